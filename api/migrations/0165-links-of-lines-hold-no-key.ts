import type { Knex } from 'knex'

/**
 * A list said in its `Link` again what it was asked for, and lines kept that header as it was: with a key,
 * an address or a number that somebody had pasted into the query. What leads from page to page is of no use
 * to whoever reads a line, so all that leads with a query is taken out. Each line is read once, no line is
 * found by what is changed, and whoever writes waits for nothing.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(String.raw`
    do $$
    declare
      tenant uuid;
    begin
      for tenant in select id from tenants loop
        perform app.enter(tenant, '{sandbox,production}');
        -- Within a body these quotes stand behind a backslash, and so it stays as it is.
        update log_entries
        set detail = regexp_replace(detail, '"link":"<([^"\\]|\\.)*"', '"link":"[redacted]"', 'g')
        where tenant_id = tenant and detail like '%"link":"<%';
      end loop;
      perform app.enter(null, '{}');
    end $$;
  `)
}

/** What was taken out is gone. */
export async function down(): Promise<void> {
  // Nothing is to be done.
}
