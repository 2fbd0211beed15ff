/** An answer counts for the address that it came from: one that was left by then decides nothing more. */
import { systemPrincipal } from '../../../core/access/index.ts'
import type { Foundation } from '../../../core/foundation/index.ts'
import { isStillAt, type AtAddress } from './failing.store.ts'
import type { Lane } from './lane.ts'
import { becomes } from './outcome.ts'
import type { Sent } from './send.ts'

/**
 * What an address says of the time to come, that it is gone or wants to be left alone, holds for that one:
 * a delivery that was on its way to it meanwhile is tried at the next one as any that has failed.
 */
export async function ofItsAddress(
  foundation: Pick<Foundation, 'scopes' | 'clock' | 'log'>,
  { facts }: Pick<Lane, 'facts'>,
  at: AtAddress,
  sent: Sent,
): Promise<Sent> {
  const { came, result } = sent
  if (!came || came.fault === null || (came.status !== 410 && came.notBefore === null)) return sent
  if (await isThere(foundation, facts.tenantId, at)) return sent
  const now = foundation.clock.now()
  const { state, step, dueAt } = becomes({ ...came, status: null, notBefore: null }, now)
  const settledAt = dueAt === null ? now : null
  return {
    broke: sent.broke,
    came: null,
    result: { ...result, state, step, due_at: dueAt, settled_at: settledAt },
  }
}

/** Where that cannot be asked it is tried once more, and says the same again. */
async function isThere(
  { scopes, log }: Pick<Foundation, 'scopes' | 'log'>,
  tenantId: string,
  at: AtAddress,
): Promise<boolean> {
  const house = systemPrincipal('webhooks', tenantId)
  try {
    return await scopes.run(house, (scope) => isStillAt(scope, at), { readOnly: true })
  } catch (error) {
    log.debug({ err: error, endpointId: at.id }, 'where an endpoint leads could not be read')
    return false
  }
}
