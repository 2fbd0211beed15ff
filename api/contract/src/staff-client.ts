/** The typed client of Sonaqor's own people, who ask for what no partner may. */
import { clientOf, type Client, type Transport } from './client.ts'
import type { SonaqorContract } from './contract.ts'
import { routes } from './routes.ts'
import { staffRoutes } from './staff-routes.ts'

export type StaffClient = Client<SonaqorContract>

/** As `createClient`, with the staff plane beside all that partners ask for. */
export function createStaffClient(transport: Transport): StaffClient {
  return clientOf({ ...routes, ...staffRoutes }, transport) as StaffClient
}
