import type { Knex } from 'knex'

/** An endpoint may have to agree before anything is sent to it: as which origin we asked it, and since when it does. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table webhook_endpoints
      add needs_consent boolean not null default false,
      add consent_origin text,
      add consented_at timestamptz,
      add check ((consent_origin is null) = (consented_at is null)),
      add constraint webhook_endpoints_asked_first
        check (state <> 'active' or not needs_consent or consented_at is not null),
      drop constraint webhook_endpoints_because_check,
      add constraint webhook_endpoints_because_check
        check (because in ('paused', 'unconfirmed', 'failing', 'gone'));
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    update webhook_endpoints set because = 'paused' where because = 'unconfirmed';
    alter table webhook_endpoints
      drop constraint webhook_endpoints_because_check,
      add constraint webhook_endpoints_because_check check (because in ('paused', 'failing', 'gone')),
      drop needs_consent, drop consent_origin, drop consented_at;
  `)
}
