/** Which operation an address leads to where tenants are, by the router that requests are led by. */
import { isOfStaff, operations, type Operation } from './operations.ts'
import { createRouter, ledMethod } from './router.ts'

const atTenants = createRouter(operations.filter((operation) => !isOfStaff(operation)))

export function operationAt(method: string, path: string): Operation | undefined {
  const match = atTenants.at(path).match(ledMethod(method))
  return 'route' in match ? match.route : undefined
}
