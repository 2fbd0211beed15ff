import type { Knex } from 'knex'

/**
 * A session that is locked to some customers sees these, and what belongs to them, by whichever query:
 * the lock is a setting of the transaction, as the tenant is, and no code has to think of it. Where
 * nothing is locked, the first word of each policy is read once per statement, and nothing behind it.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create function app.is_narrowed() returns boolean
    language sql stable parallel safe set search_path = pg_catalog as $$
      select coalesce(lock -> 'externalIds', lock -> 'regions') is not null
      from (select nullif(current_setting('app.lock', true), '')::jsonb) as found (lock)
    $$;
    -- Null where the lock says nothing of it; an empty list lets nobody through.
    create function app.locked_ids() returns text[]
    language sql stable parallel safe set search_path = pg_catalog as $$
      select array(select jsonb_array_elements_text(lock -> 'externalIds'))
      from (select nullif(current_setting('app.lock', true), '')::jsonb) as found (lock)
      where lock -> 'externalIds' is not null
    $$;
    create function app.locked_regions() returns text[]
    language sql stable parallel safe set search_path = pg_catalog as $$
      select array(select jsonb_array_elements_text(lock -> 'regions'))
      from (select nullif(current_setting('app.lock', true), '')::jsonb) as found (lock)
      where lock -> 'regions' is not null
    $$;
    -- Whoever asks sees the customers of the lock alone, so that these are all.
    create function app.locked_customers() returns uuid[]
    language sql stable parallel safe set search_path = pg_catalog, public as $$
      select array(select id from customers)
    $$;
    revoke execute on function app.is_narrowed(), app.locked_ids(), app.locked_regions(),
      app.locked_customers() from public;
    grant execute on function app.is_narrowed(), app.locked_ids(), app.locked_regions(),
      app.locked_customers() to sonaqor_app;

    create policy within_lock on customers as restrictive using (
      not (select app.is_narrowed())
      or (${idsAllow} and ${regionsAllow})
    );
    -- What belongs to nobody we know by name is in no list of names, and in the region that it names.
    create policy within_lock on transactions as restrictive using (
      not (select app.is_narrowed())
      or customer_id in (select unnest((select app.locked_customers())))
      or (customer_id is null and (select app.locked_ids()) is null and ${regionsAllow})
    );
  `)
}

const idsAllow = `((select app.locked_ids()) is null
  or external_id = any ((select app.locked_ids())::text[]))`
const regionsAllow = `((select app.locked_regions()) is null
  or region = any ((select app.locked_regions())::text[]))`

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop policy within_lock on transactions;
    drop policy within_lock on customers;
    drop function app.locked_customers(), app.locked_regions(), app.locked_ids(), app.is_narrowed();
  `)
}
