/** What module teams ship, as Sonaqor sees it: to be read, and never changed from here. */
import type { StaffModule } from '@sonaqor/contract/staff'
import type { Scope } from '../../core/scope/index.ts'
import * as view from './modules.view.ts'

const actsShown = 10

export async function showModules(scope: Scope): Promise<StaffModule[]> {
  const tokens = await view.findTokens(scope)
  const newest = await view.findNewest(scope)
  const names = [...new Set([...tokens, ...newest].map(({ module }) => module))].toSorted()
  const acts = await view.findActs(scope, names, actsShown)
  const lastUses = await view.findLastUses(scope, tokens)
  return names.map((module) => {
    const isOfModule = (one: { readonly module: string }) => one.module === module
    const release = newest.find(isOfModule)
    return {
      module,
      newest: release
        ? { version: release.version, publishedAt: release.published_at.toISOString() }
        : null,
      tokens: tokens.filter(isOfModule).map(({ id, made_at, revoked_at }) => ({
        id,
        madeAt: made_at.toISOString(),
        revokedAt: revoked_at?.toISOString() ?? null,
        lastActAt: lastUses.get(id)?.toISOString() ?? null,
      })),
      acts: acts.filter(isOfModule).map(({ act, version, done_by: by, done_at: at }) => ({
        act,
        version,
        by,
        at: at.toISOString(),
      })),
    }
  })
}
