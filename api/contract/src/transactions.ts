/** Transactions: one purchase or transfer of a customer, as partners send them in. */
import { z } from 'zod'
import { post } from './endpoint.ts'
import { event } from './event.ts'
import { ingestReply, oneOrMany } from './ingest.ts'
import { ingestsPerMinuteMax } from './key-pace.ts'
import {
  Attributes,
  Country,
  Currency,
  Decimal,
  ExternalId,
  Id,
  InstantIn,
  PositiveDecimal,
  text,
} from './values.ts'

const Mcc = z.string().regex(/^\d{4}$/, 'must be a merchant category code of four digits')

export const TransactionLine = z.strictObject({
  sku: text(64).optional(),
  description: text(300).optional(),
  category: text(100).optional(),
  quantity: Decimal.default('1'),
  unitPrice: PositiveDecimal,
})

export const Counterparty = z.strictObject({
  externalId: ExternalId.optional(),
  name: text(200).optional(),
  account: text(64).optional().describe('IBAN or account number at the other side'),
  country: Country.optional(),
})

export const Account = z.strictObject({
  id: text(64),
  balanceBefore: Decimal.optional(),
  balanceAfter: Decimal.optional(),
})

export const Instrument = z.strictObject({
  kind: z.enum(['card', 'bankAccount', 'wallet', 'cash', 'other']),
  token: text(128).optional().describe('Your token for it, never a card number'),
  lastFour: z
    .string()
    .regex(/^\d{4}$/, 'must be four digits')
    .optional(),
})

export const Device = z.strictObject({ id: text(128), kind: text(64).optional() })

export const NewTransaction = z
  .strictObject({
    externalId: ExternalId.describe('Your own id; sending the same content again changes nothing'),
    customer: ExternalId.nullable()
      .default(null)
      .describe('The externalId of the customer; an unknown one is created; null is anonymous'),
    occurredAt: InstantIn,
    kind: z
      .enum(['purchase', 'refund', 'payment', 'transfer', 'cashIn', 'cashOut', 'fee', 'other'])
      .default('purchase'),
    direction: z.enum(['out', 'in']).default('out').describe('Seen from the customer'),
    amount: Decimal.describe('Whole in a currency that has no smaller unit, such as JPY'),
    currency: Currency,
    description: text(300).optional(),
    channel: z.enum(['online', 'store', 'atm', 'branch', 'phone', 'other']).optional(),
    mcc: Mcc.optional(),
    region: text(64).optional(),
    country: Country.optional(),
    counterparty: Counterparty.optional(),
    account: Account.optional(),
    instrument: Instrument.optional(),
    device: Device.optional(),
    ip: z.union([z.ipv4(), z.ipv6()]).optional(),
    refundOf: ExternalId.optional().describe(
      'The externalId of the transaction that it takes back',
    ),
    lines: z.array(TransactionLine).max(500).optional(),
    attributes: Attributes.optional(),
  })
  .meta({ id: 'NewTransaction' })
export type NewTransaction = z.output<typeof NewTransaction>

export const transactions = {
  ingest: post('/transactions', {
    access: 'transactions:ingest',
    only: 'key',
    summary: 'Send in one transaction or many',
    description:
      'A transaction is known by its `externalId` and never changes: the same content again is `unchanged`, other content is refused as a conflict. Many are answered row by row; a row that is refused stops no other.',
    body: oneOrMany(NewTransaction),
    rows: true,
    reply: ingestReply,
    idempotent: true,
    limit: { requests: ingestsPerMinuteMax, seconds: 60, per: 'principal' },
    bodyMax: 4 * 1024 * 1024,
  }),
}

export const transactionEvents = {
  ingested: event(
    'transactions.ingested',
    'customers:read',
    z.object({ appId: Id }),
    z.object({ appId: Id, created: z.number().int() }),
  ),
}
