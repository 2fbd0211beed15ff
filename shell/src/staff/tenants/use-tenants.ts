import type { Plan, StaffTenant } from '@sonaqor/contract/staff'
import { useListing } from '../../identity/use-listing.ts'
import { useWriting } from '../../identity/use-writing.ts'
import type { StaffApi } from '../staff-api.ts'
import { useInAddress } from '../use-in-address.ts'

/** Tenants by a part of their name, page by page; what is looked for stands in the address. */
export function useTenants({ staff }: StaffApi) {
  const [search, find] = useInAddress('find')
  const listing = useListing<StaffTenant>(
    (page) => staff.tenants({ query: { ...page, ...(search && { search }) } }),
    { of: search },
  )
  return {
    ...listing,
    search,
    /** The same again is read anew. */
    find(words: string) {
      if (words.trim() === search) void listing.refetch()
      else find(words.trim())
    },
  }
}

/** What is done to a tenant takes a reason, and is refused where somebody has changed it since it was read. */
export const useSuspending = ({ staff }: StaffApi, tenant: StaffTenant, onDone: () => unknown) =>
  useWriting((reason: string) => {
    const { id, revision: ifMatch } = tenant
    const asked = { params: { id }, body: { reason }, ifMatch }
    return tenant.suspended ? staff.resumeTenant(asked) : staff.suspendTenant(asked)
  }, onDone)

/** Refused where somebody has changed the tenant since it was read. */
export const usePlan = ({ staff }: StaffApi, tenant: StaffTenant, onDone: () => unknown) =>
  useWriting(
    (plan: Plan) =>
      staff.changeTenant({ params: { id: tenant.id }, body: { plan }, ifMatch: tenant.revision }),
    onDone,
  )

interface Asking {
  readonly reason: string
  readonly ticket: string
  readonly minutes: number
}

/** Asks a tenant for a look. */
export const useAsking = ({ staff }: StaffApi, tenant: StaffTenant, onDone: () => unknown) =>
  useWriting(
    ({ ticket, ...look }: Asking) =>
      staff.requestLook({
        body: { tenantId: tenant.id, ...look, ...(ticket.trim() && { ticket }) },
      }),
    onDone,
  )
