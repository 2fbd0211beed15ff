import type { Knex } from 'knex'

/**
 * An entry says in which app it was done, and what was done in the tenant as a whole is seen by
 * nobody who sees one environment alone. The entries from before are of no app, and stay as their
 * hashes have them.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table audit_entries add column app_id uuid;
    create index audit_entries_app on audit_entries (tenant_id, app_id, sequence desc);

    -- Reading alone: whoever sees one environment still writes what is the tenant's.
    create policy seen_whole on audit_entries as restrictive for select to sonaqor_app using (
      environment is not null or (select app.environments())::text[] @> '{sandbox,production}'
    );
  `)
  await db.raw(appendWith(', app_id', ", (entry ->> 'appId')::uuid"))
}

/** As in 0003, with one column more. */
const appendWith = (column: string, value: string) => `
  create or replace function app.append_audit(entry jsonb, head text, middle text, tail text)
  returns void language plpgsql as $$
  declare
    previous audit_heads;
    own_hash text;
  begin
    insert into audit_heads as h (tenant_id, sequence, hash)
    values (app.tenant(), 0, repeat('0', 64))
    on conflict (tenant_id) do update set sequence = h.sequence
    returning * into previous;
    own_hash := encode(sha256(convert_to(
      head || previous.hash || middle || (previous.sequence + 1) || tail, 'UTF8')), 'hex');
    insert into audit_entries (
      tenant_id, environment, id, sequence, at, actor, action, target, ip, user_agent,
      request_id, before, after, previous_hash, hash${column}
    ) values (
      app.tenant(), entry ->> 'environment', (entry ->> 'id')::uuid, previous.sequence + 1,
      (entry ->> 'at')::timestamptz, entry -> 'actor', entry ->> 'action', entry ->> 'target',
      entry ->> 'ip', entry ->> 'userAgent', entry ->> 'requestId', entry -> 'before',
      entry -> 'after', previous.hash, own_hash${value}
    );
    update audit_heads set sequence = previous.sequence + 1, hash = own_hash
    where tenant_id = app.tenant();
  end $$;
`

export async function down(db: Knex): Promise<void> {
  await db.raw(appendWith('', ''))
  await db.raw(`
    drop policy seen_whole on audit_entries;
    alter table audit_entries drop column app_id;
  `)
}
