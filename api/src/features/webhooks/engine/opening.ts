/** Reads endpoints for their lanes, those of a tenant together, and of few tenants at once. */
import { systemPrincipal } from '../../../core/access/index.ts'
import type { Foundation } from '../../../core/foundation/index.ts'
import { sendableOf } from '../endpoints/sendable.ts'
import type { Lane } from './lane.ts'

/** Each takes a connection, of which a process has not many. */
const atOnce = 4

export type Opening = (lanes: Iterable<Lane>) => void

export function opening(
  { scopes, log }: Pick<Foundation, 'scopes' | 'log'>,
  opened: (lane: Lane) => void,
): Opening {
  let waiting = new Map<string, Lane[]>()
  let underWay = 0

  const next = () => {
    for (const [tenantId, lanes] of waiting) {
      if (underWay >= atOnce) return
      waiting.delete(tenantId)
      const mono = performance.now()
      const closed = lanes.filter((lane) => lane.needsOpening(mono))
      if (closed.length === 0) continue
      underWay += 1
      void open(tenantId, closed).finally(() => {
        underWay -= 1
        next()
      })
    }
  }

  const open = async (tenantId: string, lanes: readonly Lane[]): Promise<void> => {
    const reading = read(tenantId, lanes)
    await Promise.all(lanes.map((lane) => lane.opening(reading)))
    for (const lane of lanes) opened(lane)
  }

  const read = async (tenantId: string, lanes: readonly Lane[]): Promise<void> => {
    try {
      const ids = lanes.map(({ facts }) => facts.endpointId)
      const house = systemPrincipal('webhooks', tenantId)
      const found = await scopes.run(house, (scope) => sendableOf(scope, ids), { readOnly: true })
      for (const lane of lanes)
        lane.open(found.get(lane.facts.endpointId) ?? null, performance.now())
    } catch (error) {
      log.warn({ err: error, tenantId }, 'endpoints could not be opened')
      for (const lane of lanes) lane.openLater(performance.now())
    }
  }

  return (lanes) => {
    const mono = performance.now()
    const closed = [...lanes].filter((lane) => lane.needsOpening(mono))
    waiting = Map.groupBy(closed, ({ facts }) => facts.tenantId)
    next()
  }
}
