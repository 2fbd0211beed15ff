/** Which keys hold scopes to no use, all at once, for the list in which they stand. */
import { scopesAmong } from '@sonaqor/contract/access'
import type { KeysAdvised } from '@sonaqor/contract/key-advice'
import type { InputOf } from '@sonaqor/contract/endpoint'
import type { keys } from '@sonaqor/contract/keys'
import type { Scope } from '../../../core/scope/index.ts'
import { visible } from '../keys.store.ts'
import { inState, narrow } from '../keys.view.ts'

const toldMost = 1000

interface AdvisedRow {
  readonly id: string
  readonly scopes: string[]
  readonly unused: string[]
}

export async function keysWithUnused(
  scope: Scope,
  filter: InputOf<typeof keys.advised>['query'],
  since: Date,
): Promise<KeysAdvised['keys']> {
  const query = visible(scope)
  narrow(scope, query, filter)
  const watched = await query
    .whereRaw(inState.active, { now: scope.now() })
    .where('scopes_watched_since', '<=', since)
    .select<AdvisedRow[]>(scope.db.raw(`${unusedSince} as unused`, [since]))
    .orderBy('id', 'desc')
    .limit(toldMost)
  return watched.flatMap(({ id, scopes, unused }) => {
    const needless = scopesAmong(unused).length
    return needless === 0 ? [] : [{ keyId: id, unused: needless, of: scopesAmong(scopes).length }]
  })
}

const unusedSince = `array(select held from unnest(scopes) held where not exists (
  select 1 from key_scope_uses u where u.tenant_id = api_keys.tenant_id
    and u.app_id = api_keys.app_id and u.key_id = api_keys.id and u.scope = held and u.last_at >= ?))`
