/** When keys were last used. */
import { keyEvents } from '@sonaqor/contract/keys'
import type { Scope } from '../../../core/scope/index.ts'
import { findKey, markUsed } from '../keys.store.ts'

/** Writes it, and tells of each key that is used for the first time: somebody may be waiting to see it. */
export async function markKeysUsed(
  scope: Scope,
  lastUses: ReadonlyMap<string, Date>,
): Promise<void> {
  for (const id of await markUsed(scope, lastUses)) {
    // That of a deleted app is not to be seen any more.
    const key = await findKey(scope, id)
    if (!key) continue
    const { appId, environment } = key
    await scope.emit(keyEvents.firstUsed, {
      environment,
      appId,
      ref: { keyId: id, appId },
      data: key,
    })
  }
}
