import type { InputOf } from '@sonaqor/contract/endpoint'
import {
  NewTransaction,
  transactionEvents,
  type transactions,
} from '@sonaqor/contract/transactions'
import type { FieldError } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { doorOf, ensureCustomers, ingest } from '../customers/index.ts'
import { insertTransactions } from './transactions.store.ts'

type Sent = InputOf<typeof transactions.ingest>['body']

export async function ingestTransactions(scope: Scope, body: Sent) {
  const { reply, counts } = await ingest<NewTransaction>(body, {
    row: NewTransaction,
    faultsOf: ({ occurredAt, ...sum }) => [
      ...faultsOfMoment(new Date(occurredAt), scope.now()),
      ...faultsOfAmount(sum),
    ],
    store: async (rows) => {
      const named = new Set(rows.flatMap(({ customer }) => (customer === null ? [] : [customer])))
      const customerIds = await ensureCustomers(scope, [...named])
      return insertTransactions(
        scope,
        rows.map((row) => ({
          row,
          customerId: row.customer === null ? null : (customerIds.get(row.customer) ?? null),
        })),
      )
    },
  })
  if (counts.created > 0) {
    const { appId, environment } = doorOf(scope)
    const after = { created: counts.created }
    const data = { appId, ...after }
    await scope.emit(transactionEvents.ingested, { environment, appId, ref: { appId }, data })
    const action = transactionEvents.ingested.name
    scope.audit({ action, target: appId, environment, appId, after })
  }
  return reply
}

const dayMs = 24 * 3_600_000

/** Clocks differ by a zone and a little, and no account is older than the era of computers. */
function faultsOfMoment(moment: Date, now: Date): readonly FieldError[] {
  const pointer = '#/occurredAt'
  if (moment.getTime() > now.getTime() + dayMs) {
    return [{ detail: 'must not lie more than a day ahead', pointer }]
  }
  return moment.getTime() < 0 ? [{ detail: 'must not lie before 1970', pointer }] : []
}

/** What a currency has no coin for is another currency, or the amount was moved by its decimals. */
function faultsOfAmount({
  amount,
  currency,
}: Pick<NewTransaction, 'amount' | 'currency'>): readonly FieldError[] {
  if (!undivided.has(currency) || !/\.\d*[1-9]/.test(amount)) return []
  return [
    { detail: `must be a whole number, for ${currency} has no smaller unit`, pointer: '#/amount' },
  ]
}

/**
 * Those that ISO 4217 gives no decimals. Intl counts the coins that are still in use, and would refuse what
 * is owed in forints. Of other currencies finer fractions come from prices of less than the smallest coin.
 */
const undivided: ReadonlySet<string> = new Set(
  'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '),
)
