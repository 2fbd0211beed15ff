/** Transactions: the purchases and transfers of customers, as partners send them in. */
import { transactionEvents } from '@sonaqor/contract/transactions'
import { feature } from '../../core/feature/index.ts'
import { transactionsRoutes } from './transactions.routes.ts'

export const transactions = feature({
  name: 'transactions',
  routes: transactionsRoutes,
  events: transactionEvents,
})
