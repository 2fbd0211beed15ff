/** A lane that this worker has leased: what is at hand for its endpoint, and whether the next may go. */
import type { Sendable } from '../endpoints/sendable.ts'
import type { Due, LaneFacts } from './doors.store.ts'
import { LaneLimits } from './lane-limits.ts'
import { Pace } from './pace.ts'

export const roomOfNew = 20
/** After so long without anything to do it is given back. */
const lingerMs = 1500
/** What is known of an endpoint is looked at again: a secret may have come to its end. */
const freshMs = 30_000
const againMs = 2000
/** As long as anything is at hand, it is looked as often whether it still may go, and for what else is due. */
const lookEveryMs = 1000
/** Whoever has to wait for less keeps its lane; whoever takes long to answer comes again so much later. */
const shortWaitMs = 250
const slowRestMs = 2000

export class Lane {
  facts: LaneFacts
  readonly limits: LaneLimits
  /** Null until it is opened, and where there is none. */
  sendable: Sendable | null = null
  /** Since when no attempt came off, as far as it was written down. */
  failingSince: Date | null = null
  inFlight = 0
  /** Whether there may be more in the database than what is at hand. */
  mayHaveMore = true
  isOpening = false
  /** It is being given back with what is at hand: nothing of that begins any more. */
  isLeaving = false
  /** By the clock of the process: when its endpoint was last said to have changed, or may have been. */
  changedAt = 0
  /** Whether its endpoint is for all apps, as it was when it was opened last. */
  isWide = false
  /** Whether something is written about its endpoint just now. */
  isBusy = false
  /** By the clock of the process: when its screens hear of attempts next. */
  tellAt = 0
  /** When its owners were last told that it fails, as far as it was in this lane. */
  warnedAt = 0
  timer: NodeJS.Timeout | undefined
  #pace: Pace | null = null
  #openAt = 0
  #idleSince: number | null = null
  #lookedAt = 0
  #isGone = false
  /** From when on what is read of its pauses is what we have written of them. */
  #pausedAt = 0
  readonly #buffer: Due[] = []
  /** At hand, under way, or done and not yet written: none of these is taken once more. */
  readonly #known = new Set<string>()

  constructor(facts: LaneFacts) {
    this.facts = facts
    this.limits = new LaneLimits(pauseOf(facts))
  }

  get known(): ReadonlySet<string> {
    return this.#known
  }

  /** Whether anything at hand has not begun. */
  get hasMore(): boolean {
    return this.#buffer.length > 0
  }

  get isActive(): boolean {
    return this.facts.isActive && !this.#isGone
  }

  /** Whether its endpoint has to be read, because it never was, has changed, or was long ago. */
  needsOpening(now: number): boolean {
    return this.isActive && !this.isOpening && now >= this.#openAt
  }

  /** What was read before the endpoint changed is not gone by: it is read once more. */
  open(sendable: Sendable | null, now: number): void {
    if (sendable && sendable.revision < this.facts.revision) return
    this.sendable = sendable
    this.failingSince = sendable?.failingSince ?? null
    if (sendable) this.isWide = sendable.reach === 'environment'
    this.#openAt = now + freshMs
    const max = sendable?.maxPerSecond ?? null
    if (max !== this.#maxPerSecond) this.#pace = max === null ? null : new Pace(max)
    this.#maxPerSecond = max
  }
  #maxPerSecond: number | null = null

  /** It could not be opened: tried again, and meanwhile nothing is sent. */
  openLater(now: number): void {
    this.#openAt = now + againMs
  }

  /** Whether it has to be looked at though it wants no more: somebody may have had it stopped, or go on. */
  needsLook(now: number): boolean {
    const isAtRest = this.#buffer.length === 0 && this.limits.pauses === 0
    if (isAtRest && this.facts.isActive) return false
    return this.changedAt >= this.#lookedAt || now - this.#lookedAt >= lookEveryMs
  }

  look(facts: LaneFacts, now: number): void {
    this.#lookedAt = now
    if (facts.revision !== this.facts.revision) {
      this.#openAt = 0
      this.sendable = null
      this.#isGone = false
    }
    this.facts = facts
    if (now > this.#pausedAt) this.limits.adopt(pauseOf(facts))
    if (!facts.isActive) this.drop()
  }

  /** Until it is written, whoever has it look sees the one before. */
  async pausing(written: Promise<unknown>): Promise<void> {
    this.#pausedAt = Infinity
    this.#writing += 1
    await written
    this.#writing -= 1
    if (this.#writing === 0) this.#pausedAt = performance.now()
  }
  #writing = 0

  /** Of these it may know nothing that was put there while they were read. */
  add(deliveries: readonly Due[], asked: number, mayBeOutdated: boolean): void {
    this.mayHaveMore = mayBeOutdated || deliveries.length >= asked
    for (const due of deliveries) {
      if (this.#known.has(due.id)) continue
      this.#known.add(due.id)
      this.#buffer.push(due)
    }
  }

  /** How many more it wants at hand. */
  room(now: Date, mono: number): number {
    const isDue = this.#known.size > 0 && mono - this.#lookedAt >= lookEveryMs
    if (!this.mayHaveMore && !isDue) return 0
    if (!this.isActive || this.isLeaving || this.limits.isPaused(now)) return 0
    if (this.sendable?.isOrdered) return this.#known.size === 0 ? roomOfNew : 0
    const { atOnce } = this.limits
    return this.#buffer.length > atOnce / 2 ? 0 : 2 * atOnce - this.#buffer.length
  }

  /** The next one that may go now, or in how many milliseconds one may; null where none waits. */
  next(now: Date, mono: number): Due | number | null {
    const { sendable, limits } = this
    const [head] = this.#buffer
    if (!head || !sendable || !this.isActive || this.isLeaving) return null
    const isEarly = sendable.isOrdered && head.due > now.getTime() * 1000
    if (isEarly || limits.isPaused(now)) {
      this.drop()
      this.mayHaveMore = false
      return null
    }
    if (this.inFlight >= (sendable.isOrdered ? 1 : limits.atOnce)) return null
    const waitMs = this.#pace?.waitMs(mono) ?? 0
    if (waitMs > 0) return waitMs
    this.#pace?.begin(mono)
    this.#buffer.shift()
    this.inFlight += 1
    return head
  }

  /** In an ordered lane, none after one that was not settled is sent before it. */
  ended(isSettled: boolean): void {
    this.inFlight -= 1
    if (!isSettled && this.sendable?.isOrdered) this.drop()
  }

  /** Its endpoint said that it is gone: nothing more is sent, whatever is still at hand. */
  end(): void {
    this.#isGone = true
    this.drop()
  }

  written(id: string): void {
    this.#known.delete(id)
    if (this.sendable?.isOrdered) this.mayHaveMore = true
  }

  /** What has not begun stays in the database, and is taken again when it may go. */
  drop(): void {
    for (const { id } of this.#buffer.splice(0)) this.#known.delete(id)
    this.mayHaveMore = true
  }

  isIdle(now: Date, mono: number): boolean {
    const isAtWork =
      this.#known.size > 0 || this.isBusy || this.isOpening || this.room(now, mono) > 0
    if (isAtWork) this.#idleSince = null
    else this.#idleSince ??= mono
    return this.#idleSince !== null && mono - this.#idleSince >= lingerMs
  }

  /**
   * Until when it may rest, where nothing of it is under way and all that is at hand only waits: for the next
   * second of an endpoint that wants few in each, or for one of the places of those that answer late.
   */
  rest(now: Date, mono: number, hasPlace: boolean): Date | null {
    const isAtWork = this.#known.size > this.#buffer.length || this.isBusy || this.isOpening
    if (isAtWork || this.#buffer.length === 0 || this.isLeaving) return null
    if (this.limits.isSlow && !hasPlace) return new Date(now.getTime() + slowRestMs)
    if (!this.#pace || this.#pace.waitMs(mono) < shortWaitMs) return null
    return new Date(now.getTime() + Math.ceil(this.#pace.overMs(mono)))
  }
}

const pauseOf = ({ notBefore, pauses }: LaneFacts) => ({
  notBefore: notBefore ? new Date(notBefore) : null,
  pauses,
})
