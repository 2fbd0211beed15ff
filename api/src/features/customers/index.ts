/** Customers: the end-customers of tenants, as partners send them in. */
import { customerEvents } from '@sonaqor/contract/customers'
import { feature } from '../../core/feature/index.ts'
import { customersRoutes } from './customers.routes.ts'

export { ensureCustomers } from './customers.service.ts'
export { planForList } from './customers.store.ts'
export { doorOf, ingest, type Fate } from './ingest.ts'
export { utc } from './utc.ts'

export const customers = feature({
  name: 'customers',
  routes: customersRoutes,
  events: customerEvents,
})
