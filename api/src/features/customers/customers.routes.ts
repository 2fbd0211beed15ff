import { customers } from '@sonaqor/contract/customers'
import { implement } from '../../core/implement/index.ts'
import { ingestCustomers } from './customers.service.ts'

export const customersRoutes = implement(customers, {
  ingest: (scope, { body }) => ingestCustomers(scope, body),
})
