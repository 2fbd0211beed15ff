/**
 * Tenants of worlds are founded where houses live, for what that takes is read there already: each file of
 * tests would read it anew, which was a third of all the work of a short one.
 */
import type { FoundedTenant } from '../features/access/tenants.service.ts'
import { hasKeeper } from './ask-keeper.ts'
import type { Founding } from './found-here.ts'
import { askHost } from './lodge.ts'

export async function found(founding: Founding): Promise<FoundedTenant> {
  if (hasKeeper()) return askHost<FoundedTenant>('found', founding)
  // Benches keep no houses; they found few tenants.
  const { foundHere } = await import('./found-here.ts')
  return foundHere(founding)
}
