/** Which lanes this worker has, for how long it may count on them, and which it gives back. */
import type { Bus } from '../../../core/bus/index.ts'
import type { Queries } from '../../../core/database/index.ts'
import type { Foundation } from '../../../core/foundation/index.ts'
import { giveBack, keep, type LaneFacts, type Left } from './doors.store.ts'
import { Lane } from './lane.ts'
import { changesTopicOf, lanesTopicOf } from '../lanes/lanes.store.ts'

export const lanesMax = 1000
/** No tenant has more of a worker's lanes, so that the endpoints of others have theirs. */
export const lanesOfTenant = 250
const renewEveryMs = 8000
const reapEveryMs = 2000
/** Leases last 30 s; whoever could not renew them for so long starts nothing more. */
const trustedMs = 25_000

export interface LeasesParts {
  readonly worker: string
  /** Whether it could begin something, were it not for its pace. */
  readonly hasPlace: (lane: Lane) => boolean
  readonly forgotten: (lane: Lane) => void
  /** There may be something to be read of some of them. */
  readonly woken: () => void
}

export class Leases {
  readonly lanes = new Map<string, Lane>()
  readonly #bus: Bus
  readonly #doors: Queries
  readonly #parts: LeasesParts
  readonly #tenants = new Map<string, { readonly lanes: Set<Lane>; readonly stop: () => void }>()
  #trustedUntil = 0
  #renewAt = 0
  #reapAt = 0

  constructor({ bus }: Pick<Foundation, 'bus'>, doors: Queries, parts: LeasesParts) {
    this.#bus = bus
    this.#doors = doors
    this.#parts = parts
  }

  get areTrusted(): boolean {
    return performance.now() < this.#trustedUntil
  }

  get areToBeRenewed(): boolean {
    return performance.now() >= this.#renewAt
  }

  /** How many there are of each tenant. */
  crowds(): ReadonlyMap<string, number> {
    return new Map([...this.#tenants].map(([id, { lanes }]) => [id, lanes.size]))
  }

  /** Others may have thought us dead, or we never heard what became of a lane. */
  doubt(): void {
    this.#renewAt = 0
  }

  /**
   * What was leased just now, or long ago. Nobody heard yet what changes for the tenant of a new one: what
   * was heard of any since it was read may have been that.
   */
  laneOf(facts: LaneFacts, heardAt: number): Lane {
    const known = this.lanes.get(facts.endpointId)
    if (known) return known
    const lane = new Lane(facts)
    lane.changedAt = heardAt
    this.lanes.set(facts.endpointId, lane)
    const { tenantId } = facts
    const tenant = this.#tenants.get(tenantId)
    if (tenant) tenant.lanes.add(lane)
    else this.#tenants.set(tenantId, { lanes: new Set([lane]), stop: this.#hear(tenantId) })
    return lane
  }

  /** Only whose tenant something has happened in looks for it. */
  #hear(tenantId: string): () => void {
    const bus = this.#bus
    const hear = (topic: string, heard: (lane: Lane) => void) =>
      bus.on(topic, () => {
        this.#tenants.get(tenantId)?.lanes.forEach(heard)
        this.#parts.woken()
      })
    const stops = [
      hear(lanesTopicOf(tenantId), (lane) => (lane.line.mayGoOn = true)),
      hear(changesTopicOf(tenantId), (lane) => (lane.changedAt = performance.now())),
    ]
    return () => stops.forEach((stop) => stop())
  }

  /** Renews what it has, frees what others have left behind, and gives back what it has no use for. */
  async tend(now: Date): Promise<void> {
    const { worker } = this.#parts
    const doors = this.#doors
    const mono = performance.now()
    if (mono >= this.#renewAt) {
      const ids = [...this.lanes.keys()]
      const held = await keep(doors, worker, ids)
      ids.filter((id) => !held.has(id)).forEach((id) => this.forget(id))
      this.#trustedUntil = mono + trustedMs
      this.#renewAt = mono + renewEveryMs
      this.#reapAt = mono + reapEveryMs
    } else if (mono >= this.#reapAt) {
      await keep(doors, worker, null)
      this.#reapAt = mono + reapEveryMs
    }
    await this.#giveBack(now)
    await this.#makeRoom(now)
  }

  async #giveBack(now: Date): Promise<void> {
    const mono = performance.now()
    const left = [...this.lanes.values()]
      .filter((lane) => lane.isIdle(now, mono))
      .map(({ facts: { endpointId } }) => ({ endpointId, rest: null }))
    if (left.length === 0) return
    const { worker } = this.#parts
    for (const id of await giveBack(this.#doors, worker, left)) this.forget(id)
  }

  /** Where others want lanes, those that only wait for their time wait for it in the database. */
  async #makeRoom(now: Date): Promise<void> {
    const resting = new Map<Lane, Left>()
    const isFull = this.lanes.size >= lanesMax
    const mono = performance.now()
    for (const { lanes } of this.#tenants.values()) {
      if (!isFull && lanes.size < lanesOfTenant) continue
      for (const lane of lanes) {
        const hasPlace = this.#parts.hasPlace(lane)
        const rest = (hasPlace ? null : lane.restForPlace(now)) ?? lane.restForPace(now, mono)
        if (rest) resting.set(lane, { endpointId: lane.facts.endpointId, rest })
      }
    }
    if (resting.size === 0) return
    for (const lane of resting.keys()) lane.leave()
    // What of it was not heard may be another worker's by now: none of these is ours any more.
    let given: ReadonlySet<string> = new Set(
      [...resting.values()].map(({ endpointId }) => endpointId),
    )
    try {
      given = await giveBack(this.#doors, this.#parts.worker, [...resting.values()])
    } catch (error) {
      this.doubt()
      throw error
    } finally {
      for (const [lane, { endpointId }] of resting) {
        lane.stay()
        if (given.has(endpointId)) this.forget(endpointId)
      }
    }
  }

  forget(id: string): void {
    const lane = this.lanes.get(id)
    if (!lane) return
    this.lanes.delete(id)
    const { tenantId } = lane.facts
    const tenant = this.#tenants.get(tenantId)
    tenant?.lanes.delete(lane)
    if (tenant?.lanes.size === 0) {
      tenant.stop()
      this.#tenants.delete(tenantId)
    }
    lane.end()
    clearTimeout(lane.timer)
    this.#parts.forgotten(lane)
  }

  async close(): Promise<void> {
    const left = [...this.lanes.keys()].map((endpointId) => ({ endpointId, rest: null }))
    await giveBack(this.#doors, this.#parts.worker, left).catch(() => undefined)
    for (const id of this.lanes.keys()) this.forget(id)
  }
}
