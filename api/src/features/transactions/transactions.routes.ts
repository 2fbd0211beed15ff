import { transactions } from '@sonaqor/contract/transactions'
import { implement } from '../../core/implement/index.ts'
import { ingestTransactions } from './transactions.service.ts'

export const transactionsRoutes = implement(transactions, {
  ingest: (scope, { body }) => ingestTransactions(scope, body),
})
