import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/**
 * Purchases and transfers. They never change: no right to update or delete is granted. Amounts are
 * numeric without a bound of their own, so each keeps the digits that it was sent with.
 */
export async function up(db: Knex): Promise<void> {
  await tenantTable(db, 'transactions', {
    environment: 'required',
    // One key instead of two: this table takes more rows than all others together.
    key: ['environment', 'id'],
    columns: `
      id uuid not null,
      external_id text not null,
      app_id uuid not null,
      -- Null for an anonymous purchase.
      customer_id uuid,
      occurred_at timestamptz not null,
      received_at timestamptz not null,
      kind text not null check (kind in
        ('purchase', 'refund', 'payment', 'transfer', 'cashIn', 'cashOut', 'fee', 'other')),
      direction text not null check (direction in ('out', 'in')),
      amount numeric not null,
      currency text not null,
      description text,
      channel text check (channel in ('online', 'store', 'atm', 'branch', 'phone', 'other')),
      mcc text,
      region text,
      country text,
      counterparty_external_id text,
      counterparty_name text,
      counterparty_account text,
      counterparty_country text,
      account_id text,
      balance_before numeric,
      balance_after numeric,
      instrument_kind text check (instrument_kind in ('card', 'bankAccount', 'wallet', 'cash', 'other')),
      instrument_token text,
      instrument_last_four text,
      device_id text,
      device_kind text,
      ip inet,
      -- The partner's id of what it takes back; that one may arrive later or never.
      refund_of text,
      -- Always read with their transaction; decimals stand in them as strings.
      lines jsonb,
      attributes jsonb,
      -- What the content was, so that the same one sent again is told from another.
      fingerprint bytea not null,
      unique (tenant_id, environment, external_id),
      foreign key (tenant_id, environment, customer_id)
        references customers (tenant_id, environment, id),
      foreign key (tenant_id, environment, app_id) references apps (tenant_id, environment, id)
    `,
    grants: ['select', 'insert'],
  })
  await db.raw(`
    create index on transactions (tenant_id, environment, customer_id, occurred_at desc, id desc)
      where customer_id is not null
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop table transactions')
}
