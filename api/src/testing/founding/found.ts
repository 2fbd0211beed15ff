/**
 * What the owner of a world's database makes is made where houses live, for what that takes is read there
 * already: each file of tests would read it anew, which was a third of all the work of a short one.
 */
import type { FoundedTenant } from '../../features/access/tenants.service.ts'
import { hasKeeper } from '../ask-keeper.ts'
import type { Founding } from './found-here.ts'
import { askHost } from '../lodge.ts'

export async function found(founding: Founding): Promise<FoundedTenant> {
  if (hasKeeper()) return askHost<FoundedTenant>('found', founding)
  // Benches keep no houses; they found few tenants.
  const { foundHere, openOwner } = await import('./found-here.ts')
  const owner = openOwner(founding.ownerUrl)
  return foundHere(founding, owner).finally(() => owner.destroy())
}

export interface ModuleTeam {
  readonly ownerUrl: string
  readonly module: string
}

/** A token of the team that publishes this module. */
export async function moduleToken({ ownerUrl, module }: ModuleTeam): Promise<string> {
  if (hasKeeper()) return askHost<string>('moduleToken', { ownerUrl, module })
  const { makeModuleToken } = await import('../../features/releases/module-token.ts')
  return makeModuleToken(ownerUrl, module)
}
