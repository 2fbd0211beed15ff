import type { Knex } from 'knex'

/**
 * A network is known to a key as soon as somebody comes from there with it, also where what they ask for is
 * refused: from where a request was accepted last is told apart. Until now it was where one came from last.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table key_networks add column accepted_ip text, add column accepted_at timestamptz;
    do $$
    declare
      tenant uuid;
    begin
      for tenant in select id from tenants loop
        perform app.enter(tenant, '{sandbox,production}');
        update key_networks set accepted_ip = ip, accepted_at = last_at where tenant_id = tenant;
      end loop;
      perform app.enter(null, '{}');
    end $$;
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw('alter table key_networks drop column accepted_ip, drop column accepted_at')
}
