import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/** The audit log: rows are added and never changed, each bound to the one before it by its hash. */
export async function up(db: Knex): Promise<void> {
  await tenantTable(db, 'audit_entries', {
    environment: 'optional',
    columns: `
      sequence bigint not null,
      at timestamptz not null,
      actor jsonb not null,
      action text not null,
      target text,
      ip text,
      user_agent text,
      request_id text,
      before jsonb,
      after jsonb,
      previous_hash text not null,
      hash text not null,
      unique (tenant_id, sequence)
    `,
    grants: ['select', 'insert'],
  })
  await tenantTable(db, 'audit_heads', {
    environment: 'none',
    key: [],
    columns: 'sequence bigint not null, hash text not null',
    grants: ['select', 'insert', 'update'],
  })
  await db.raw(`
    create index audit_entries_newest on audit_entries (tenant_id, sequence desc);
    create index audit_entries_target on audit_entries (tenant_id, target, sequence desc);

    -- Adds one entry to the chain of the tenant that the transaction is in. The caller hands over
    -- the canonical JSON in the three pieces between which the previous hash and the sequence stand,
    -- so that the head is locked for no longer than this one statement and the commit behind it.
    create function app.append_audit(entry jsonb, head text, middle text, tail text) returns void
    language plpgsql as $$
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
        request_id, before, after, previous_hash, hash
      ) values (
        app.tenant(), entry ->> 'environment', (entry ->> 'id')::uuid, previous.sequence + 1,
        (entry ->> 'at')::timestamptz, entry -> 'actor', entry ->> 'action', entry ->> 'target',
        entry ->> 'ip', entry ->> 'userAgent', entry ->> 'requestId', entry -> 'before',
        entry -> 'after', previous.hash, own_hash
      );
      update audit_heads set sequence = previous.sequence + 1, hash = own_hash
      where tenant_id = app.tenant();
    end $$;
    revoke execute on function app.append_audit(jsonb, text, text, text) from public;
    grant execute on function app.append_audit(jsonb, text, text, text) to sonaqor_app;
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop function app.append_audit(jsonb, text, text, text);
    drop table audit_heads, audit_entries;
  `)
}
