import type { Knex } from 'knex'
import { deliveryColumns } from './0050-notifications.ts'

/**
 * Letters to people who stand in no tenant, and the inbox in which every letter lands in the demo. Both
 * are seen by the house itself alone: whoever has entered a tenant finds no row there, and puts none in.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table house_mails (
      id uuid primary key,
      ${deliveryColumns}
    );
    create index on house_mails (next_at) where state = 'waiting';
    create index on house_mails (settled_at);

    create table development_mails (
      id uuid primary key,
      recipient text not null,
      subject text not null,
      body text not null,
      html text not null,
      at timestamptz not null
    );
    create index on development_mails (recipient, id desc);
  `)
  for (const table of ['house_mails', 'development_mails']) {
    await db.raw(`
      alter table ${table} enable row level security;
      alter table ${table} force row level security;
      create policy of_the_house on ${table} using ((select app.tenant()) is null);
    `)
  }
  await db.raw(`
    grant select, insert, update, delete on house_mails to sonaqor_app;
    grant select, insert, delete on development_mails to sonaqor_app;
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop table development_mails, house_mails')
}
