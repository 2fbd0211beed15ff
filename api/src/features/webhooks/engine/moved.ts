/** An answer counts for the address that it came from: one that was left by then decides nothing more. */
import { systemPrincipal } from '../../../core/access/index.ts'
import type { Foundation } from '../../../core/foundation/index.ts'
import { isStillAt, type AtAddress } from './failing.store.ts'
import type { Lane } from './lane.ts'
import { becomes } from './outcome.ts'
import type { Sent } from './send.ts'

/**
 * What an address says of the time to come, that it is gone or wants to be left alone, holds for that one:
 * a delivery that was on its way to it meanwhile is tried at the next one as any that has failed. Where
 * nobody can say which it was, this one waits as it was asked to, and nothing is learned for the others.
 */
export async function ofItsAddress(
  foundation: Pick<Foundation, 'scopes' | 'clock' | 'log'>,
  { facts }: Pick<Lane, 'facts'>,
  at: AtAddress,
  sent: Sent,
): Promise<Sent> {
  const { came, result } = sent
  if (!came || came.fault === null || (came.status !== 410 && came.notBefore === null)) return sent
  const isThere = await isStillThere(foundation, facts.tenantId, at)
  if (isThere) return sent
  const now = foundation.clock.now()
  const notBefore = isThere === null ? came.notBefore : null
  const { state, step, dueAt } = becomes({ ...came, status: null, notBefore }, now)
  const settledAt = dueAt === null ? now : null
  return {
    broke: sent.broke,
    came: null,
    result: { ...result, state, step, due_at: dueAt, settled_at: settledAt },
  }
}

/** Null where that cannot be asked: what was sent is tried once more, and says the same again. */
async function isStillThere(
  { scopes, log }: Pick<Foundation, 'scopes' | 'log'>,
  tenantId: string,
  at: AtAddress,
): Promise<boolean | null> {
  const house = systemPrincipal('webhooks', tenantId)
  try {
    return await scopes.run(house, (scope) => isStillAt(scope, at), { readOnly: true })
  } catch (error) {
    log.debug({ err: error, endpointId: at.id }, 'where an endpoint leads could not be read')
    return null
  }
}
