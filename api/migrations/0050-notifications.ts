import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/**
 * What a member is told stands once, in their inbox or not, and once more for each channel by which it
 * leaves: what is to be sent is written in the transaction of the act, and sent by jobs behind it.
 */
export async function up(db: Knex): Promise<void> {
  await tenantTable(db, 'notifications', {
    environment: 'none',
    columns: `
      member_id uuid not null,
      kind text not null,
      params jsonb not null,
      link text,
      in_inbox boolean not null,
      at timestamptz not null,
      read_at timestamptz,
      foreign key (tenant_id, member_id) references members (tenant_id, id)
    `,
    grants: ['select', 'insert', 'update', 'delete'],
  })
  await tenantTable(db, 'notification_deliveries', {
    environment: 'none',
    columns: `
      ${deliveryColumns},
      member_id uuid,
      notification_id uuid,
      channel text not null check (channel in ('inbox', 'mail', 'slack', 'sms')),
      foreign key (tenant_id, notification_id)
        references notifications (tenant_id, id) on delete cascade,
      check ((notification_id is null) = (member_id is null)),
      check (notification_id is null or sealed is null)
    `,
    grants: ['select', 'insert', 'update', 'delete'],
  })
  await tenantTable(db, 'notification_dedupes', {
    environment: 'none',
    key: ['member_id', 'kind', 'dedupe'],
    columns: `
      member_id uuid not null,
      kind text not null,
      dedupe text not null,
      until timestamptz not null
    `,
    grants: ['select', 'insert', 'update', 'delete'],
  })
  await tenantTable(db, 'notification_preferences', {
    environment: 'none',
    key: ['member_id', 'kind', 'channel'],
    columns: `
      member_id uuid not null,
      kind text not null,
      channel text not null check (channel in ('inbox', 'mail', 'slack', 'sms')),
      wanted boolean not null,
      foreign key (tenant_id, member_id) references members (tenant_id, id)
    `,
    grants: ['select', 'insert', 'update', 'delete'],
  })
  await tenantTable(db, 'notification_addresses', {
    environment: 'none',
    key: ['member_id', 'channel'],
    columns: `
      member_id uuid not null,
      channel text not null check (channel in ('slack', 'sms')),
      address text not null,
      verified_at timestamptz,
      foreign key (tenant_id, member_id) references members (tenant_id, id)
    `,
    grants: ['select', 'insert', 'update', 'delete'],
  })
  await db.raw(`
    create index notifications_inbox on notifications (tenant_id, member_id, id desc)
      where in_inbox;
    create index notifications_unread on notifications (tenant_id, member_id)
      where in_inbox and read_at is null;
    create index on notification_deliveries (tenant_id, notification_id);
    create index on notification_deliveries (tenant_id, next_at) where state = 'waiting';
    create index on notification_deliveries (tenant_id, settled_at);
  `)
}

/** The same for what is sent in a tenant and, in 0051, for what is sent outside of all. */
export const deliveryColumns = `
  kind text not null,
  recipient text not null,
  state text not null check (state in ('waiting', 'sent', 'failed', 'suppressed')),
  reason text,
  status integer,
  attempts integer not null default 0,
  at timestamptz not null,
  next_at timestamptz,
  settled_at timestamptz,
  claimed_until timestamptz,
  sealed bytea,
  check ((state = 'waiting') = (settled_at is null)),
  check (state = 'waiting' or sealed is null)
`

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop table notification_addresses, notification_preferences, notification_dedupes,
      notification_deliveries, notifications
  `)
}
