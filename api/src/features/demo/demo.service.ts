import type { DemoPerson } from '@sonaqor/contract/demo'
import { Problem } from '../../core/problems/index.ts'
import { demoTenants } from './demo-tenants.ts'

/** Everybody whom the sign-in page may offer. Outside of the demo there is no such list. */
export function listPeople(isDemo: boolean): { data: DemoPerson[] } {
  if (!isDemo) throw new Problem('not-found', { detail: 'There is no demo here.' })
  const data = demoTenants.flatMap((tenant) =>
    tenant.members.map((member) => ({ tenant: tenant.name, ...member })),
  )
  return { data }
}
