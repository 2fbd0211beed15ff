/** From which networks keys are used: that one is new stands in the audit log. */
import { networkOf } from '../../../core/limits/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { counting, wasAccepted, wasLetIn, type Count } from '../../../core/traffic/index.ts'
import { addNetworks } from './key-networks.store.ts'
import { placeOf, type KeyPlace } from '../use/secret-uses.ts'

export interface KeyNetwork extends KeyPlace {
  readonly network: string
  readonly ip: string
  /** Who is refused is known to come from there, too, and has not used the key. */
  readonly isAccepted: boolean
}

export const keyNetworks = counting<KeyNetwork>({
  read: (exchange) => {
    const { principal, ip } = exchange
    if (principal.kind !== 'key' || !wasLetIn(exchange)) return []
    const isAccepted = wasAccepted(exchange)
    return [{ ...placeOf(principal), network: networkOf(ip), ip, isAccepted }]
  },
  write: noteNetworks,
})

/** Who comes from everywhere is told of so often in a day, for each entry is kept for good. */
const toldInADay = 20

async function noteNetworks(scope: Scope, counts: readonly Count<KeyNetwork>[]): Promise<void> {
  for (const { keyId, environment, appId, ip, network, toldBefore } of await addNetworks(
    scope,
    counts,
  )) {
    if (toldBefore >= toldInADay) continue
    scope.audit({
      action: 'keys.used-from-new-ip',
      target: keyId,
      environment,
      appId,
      after: { ip, network },
    })
  }
}
