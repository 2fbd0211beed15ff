/** A key needs no scope that nothing took for a month. */
import type { InputOf } from '@sonaqor/contract/endpoint'
import { scopeUnusedDays, type KeyAdvice, type KeysAdvised } from '@sonaqor/contract/key-advice'
import type { keys } from '@sonaqor/contract/keys'
import type { Scope } from '../../../core/scope/index.ts'
import { keysWithUnused } from './advised.view.ts'
import { noKey } from '../no-key.ts'
import { toKey, visible } from '../keys.store.ts'
import { scopeUsesSince } from '../use/scope-uses.store.ts'

const monthMs = scopeUnusedDays * 86_400_000

export async function showAdvice(scope: Scope, id: string): Promise<KeyAdvice> {
  const now = scope.now()
  const row = (await visible(scope).select('scopes_watched_since').where({ id }).first()) ?? noKey()
  const uses = await scopeUsesSince(scope, id, new Date(now.getTime() - monthMs))
  const scopes = toKey(row, now).scopes.map((name) => {
    const use = uses.find((one) => one.scope === name)
    return {
      scope: name,
      requests: Number(use?.requests ?? 0),
      lastUsedAt: use?.last_at.toISOString() ?? null,
      unused: use === undefined,
    }
  })
  const certainFrom = new Date(row.scopes_watched_since.getTime() + monthMs)
  const because = certaintyOf(scopes, certainFrom <= now)
  const keep = scopes.filter(({ unused }) => !unused).map((one) => one.scope)
  return {
    keyId: id,
    asOf: now.toISOString(),
    watchedSince: row.scopes_watched_since.toISOString(),
    scopes,
    because,
    keep: because === 'some-unused' ? keep : null,
    certainFrom: certainFrom.toISOString(),
  }
}

export async function listAdvised(
  scope: Scope,
  filter: InputOf<typeof keys.advised>['query'],
): Promise<KeysAdvised> {
  const now = scope.now()
  const keys = await keysWithUnused(scope, filter, new Date(now.getTime() - monthMs))
  return { asOf: now.toISOString(), keys }
}

function certaintyOf(scopes: KeyAdvice['scopes'], isCertain: boolean): KeyAdvice['because'] {
  if (scopes.every(({ unused }) => !unused)) return 'all-used'
  if (!isCertain) return 'watching'
  return scopes.every(({ unused }) => unused) ? 'none-used' : 'some-unused'
}
