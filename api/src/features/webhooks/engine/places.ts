/**
 * How many attempts are under way in this process, and whose. One that takes long is told apart from those
 * that come back at once: however many of them there are, they hold none of the others' places for longer
 * than it takes to see it. And no tenant has more than a part of either.
 */

const quickMax = 400
const slowMax = 400
/** What was just found to take long holds its place all the same; with that there may be as many. */
const inAllMax = 1000
/** Of the quick and of the slow ones; a process has some more tenants to think of. */
export const placesOfTenant = 100
export const takesLongMs = 2000

interface Taker {
  readonly facts: { readonly tenantId: string }
  readonly limits: { readonly isSlow: boolean; takesLong(): void }
}

export class Places<Lane extends Taker> {
  readonly #quick = new Kind<Lane>(quickMax)
  readonly #slow = new Kind<Lane>(slowMax)
  /** Those that are not known to take long, the first first. */
  readonly #watched = new Set<Held<Lane>>()

  get taken(): number {
    return this.#quick.taken + this.#slow.taken
  }

  has(lane: Lane): boolean {
    return this.taken < inAllMax && this.#kindOf(lane).has(lane.facts.tenantId)
  }

  /** Takes one; answers how to give it back. */
  take(lane: Lane, mono: number): () => void {
    const { tenantId } = lane.facts
    const held: Held<Lane> = { lane, tenantId, since: mono, kind: this.#kindOf(lane) }
    held.kind.add(tenantId)
    if (held.kind === this.#quick) this.#watched.add(held)
    return () => {
      this.#watched.delete(held)
      held.kind.remove(tenantId)
    }
  }

  /** What has been under way for long by now counts among the slow ones, and so does its lane. */
  look(mono: number): void {
    for (const held of this.#watched) {
      if (held.since + takesLongMs > mono) return
      this.#watched.delete(held)
      held.kind.remove(held.tenantId)
      held.kind = this.#slow
      held.kind.add(held.tenantId)
      held.lane.limits.takesLong()
    }
  }

  /** Whoever waits already keeps its turn. */
  wait(lane: Lane): void {
    const kind = this.#kindOf(lane)
    for (const other of [this.#quick, this.#slow]) if (other !== kind) other.forget(lane)
    kind.wait(lane)
  }

  forget(lane: Lane): void {
    this.#quick.forget(lane)
    this.#slow.forget(lane)
  }

  /** Those who may look again now, each once; whoever finds none waits behind all others. */
  *woken(): Generator<Lane> {
    for (const kind of [this.#quick, this.#slow]) {
      for (let left = kind.waiting; left > 0; left -= 1) {
        const lane = this.taken < inAllMax ? kind.next() : undefined
        if (!lane) break
        yield lane
      }
    }
  }

  #kindOf({ limits }: Lane): Kind<Lane> {
    return limits.isSlow ? this.#slow : this.#quick
  }
}

interface Held<Lane extends Taker> {
  readonly lane: Lane
  readonly tenantId: string
  readonly since: number
  kind: Kind<Lane>
}

class Kind<Lane extends Taker> {
  taken = 0
  readonly #max: number
  readonly #byTenant = new Map<string, number>()
  /** Who found none, the first first; and who would have, if their tenant had not had its share. */
  readonly #waiting = new Set<Lane>()
  readonly #crowding = new Map<string, Set<Lane>>()

  constructor(max: number) {
    this.#max = max
  }

  get waiting(): number {
    return this.#waiting.size
  }

  has(tenantId: string): boolean {
    return this.taken < this.#max && this.#of(tenantId) < placesOfTenant
  }

  add(tenantId: string): void {
    this.taken += 1
    this.#byTenant.set(tenantId, this.#of(tenantId) + 1)
  }

  remove(tenantId: string): void {
    const left = this.#of(tenantId) - 1
    this.taken -= 1
    if (left > 0) this.#byTenant.set(tenantId, left)
    else this.#byTenant.delete(tenantId)
    const crowd = this.#crowding.get(tenantId)
    if (!crowd || left >= placesOfTenant) return
    const [first] = crowd
    if (first) this.#waiting.add(first)
    this.#leave(crowd, first, tenantId)
  }

  wait(lane: Lane): void {
    const { tenantId } = lane.facts
    if (this.#waiting.has(lane)) return
    const crowd = this.#crowding.get(tenantId) ?? new Set()
    if (this.#of(tenantId) >= placesOfTenant) {
      this.#crowding.set(tenantId, crowd.add(lane))
      return
    }
    this.#waiting.add(lane)
    this.#leave(crowd, lane, tenantId)
  }

  forget(lane: Lane): void {
    const { tenantId } = lane.facts
    this.#waiting.delete(lane)
    const crowd = this.#crowding.get(tenantId)
    if (crowd) this.#leave(crowd, lane, tenantId)
  }

  next(): Lane | undefined {
    const [first] = this.#waiting
    if (!first || this.taken >= this.#max) return undefined
    this.#waiting.delete(first)
    return first
  }

  #of(tenantId: string): number {
    return this.#byTenant.get(tenantId) ?? 0
  }

  #leave(crowd: Set<Lane>, lane: Lane | undefined, tenantId: string): void {
    if (lane) crowd.delete(lane)
    if (crowd.size === 0) this.#crowding.delete(tenantId)
  }
}
