import type { InputOf } from '@sonaqor/contract/endpoint'
import {
  NewTransaction,
  transactionEvents,
  type transactions,
} from '@sonaqor/contract/transactions'
import type { Scope } from '../../core/scope/index.ts'
import { doorOf, ensureCustomers, ingest } from '../customers/index.ts'
import { insertTransactions } from './transactions.store.ts'

type Sent = InputOf<typeof transactions.ingest>['body']

export async function ingestTransactions(scope: Scope, body: Sent) {
  const { reply, counts } = await ingest<NewTransaction>(body, {
    row: NewTransaction,
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
    const data = { created: counts.created }
    await scope.emit(transactionEvents.ingested, { environment, appId, ref: { appId }, data })
    const action = transactionEvents.ingested.name
    scope.audit({ action, target: appId, environment, appId, after: data })
  }
  return reply
}
