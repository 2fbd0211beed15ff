import type { Knex } from 'knex'

/**
 * A page renews its token by a further session, and stays one page all the same: sessions that follow
 * each other are one visit, which is named by the first of them and stands in lists as the newest.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table embed_sessions
      add column visit_id uuid,
      add column began_at timestamptz,
      add column renewals integer not null default 0,
      -- The next session of the visit. No reference: that one may be forgotten first, and this stays continued.
      add column continued_by uuid;
  `)
  await db.raw(`
    do $$
    declare
      tenant uuid;
    begin
      for tenant in select id from tenants loop
        perform app.enter(tenant, '{sandbox,production}');
        update embed_sessions set visit_id = id, began_at = opened_at where tenant_id = tenant;
      end loop;
      perform app.enter(null, '{}');
    end $$;
  `)
  await db.raw(`
    alter table embed_sessions
      alter column visit_id set not null,
      alter column began_at set not null;
    create index embed_sessions_visit on embed_sessions (tenant_id, visit_id);
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop index embed_sessions_visit;
    alter table embed_sessions drop column visit_id, drop column began_at, drop column renewals,
      drop column continued_by;
  `)
}
