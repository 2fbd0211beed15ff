/** How much a replay comes to, counted by what will be put in line, so far and so long as that is soon done. */
import type { Scope } from '../../../../core/scope/index.ts'
import { soon } from '../../../logs/index.ts'
import type { EndpointRow } from '../../endpoints/endpoints.store.ts'
import { replayedAfter, type Lot, type Place, type Replay, type Replayed } from './replayed.view.ts'

export interface Counted {
  readonly deliveries: number
  readonly isAtLeast: boolean
  readonly byType: ReadonlyMap<string, number>
  readonly byState: ReadonlyMap<Replayed['state'], number>
  /** The oldest ones. */
  readonly first: readonly Replayed[]
}

export const countedMax = 100_000
const lotRows = 5000
const withinMs = 2000
const firstMost = 5

export async function countReplayed(
  scope: Scope,
  endpoint: EndpointRow,
  replay: Replay,
  most = countedMax,
): Promise<Counted> {
  const byType = new Map<string, number>()
  const byState = new Map<Replayed['state'], number>()
  const first: Replayed[] = []
  const endsAt = performance.now() + withinMs
  let deliveries = 0
  let after: string | null = null
  do {
    const leftMs = Math.max(1, Math.round(endsAt - performance.now()))
    const place: Place = { after, bound: Math.min(lotRows, most - deliveries) }
    const lot: Lot | null = await soon(
      scope,
      () => replayedAfter(scope, endpoint, replay, place),
      leftMs,
    )
    if (!lot) return { deliveries, isAtLeast: true, byType, byState, first }
    for (const one of lot.rows) {
      byType.set(one.eventType, (byType.get(one.eventType) ?? 0) + 1)
      byState.set(one.state, (byState.get(one.state) ?? 0) + 1)
      if (first.length < firstMost) first.push(one)
    }
    deliveries += lot.rows.length
    after = lot.next
  } while (after !== null && deliveries < most)
  return { deliveries, isAtLeast: after !== null, byType, byState, first }
}
