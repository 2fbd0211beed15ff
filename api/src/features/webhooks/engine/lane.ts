/** A lane that this worker has leased: what is known of its endpoint, and whether the next one may go. */
import type { Sendable } from '../endpoints/sendable.ts'
import type { Due, LaneFacts } from './doors.store.ts'
import { LaneLimits } from './lane-limits.ts'
import { Line } from './line.ts'
import { Pace, ReplayPace } from './pace.ts'

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

/** What is written of an endpoint that fails, as far as it was in this lane. */
interface Failing {
  /** Since when no attempt came off, as far as it was written down. */
  since: Date | null
  /** When its owners were last told. */
  toldAt: number
  /** One thing at a time is. */
  isWritten: boolean
}

/**
 * Of a `leaving` one nothing begins any more: it is being given back with what is at hand. Nor of an `ended`
 * one: its endpoint said that it is gone, or it is another worker's by now.
 */
type Stage = 'held' | 'leaving' | 'ended'

export class Lane {
  facts: LaneFacts
  readonly limits: LaneLimits
  readonly line = new Line()
  readonly failing: Failing = { since: null, toldAt: 0, isWritten: false }
  /** Null until it is opened, and where there is none. */
  sendable: Sendable | null = null
  inFlight = 0
  /** By the clock of the process: when its endpoint was last said to have changed, or may have been. */
  changedAt = 0
  /** Whether its endpoint is for all apps, as it was when it was opened last. */
  isWide = false
  /** By the clock of the process: when its screens hear of attempts next. */
  tellAt = 0
  timer: NodeJS.Timeout | undefined
  #stage: Stage = 'held'
  readonly #replayPace = new ReplayPace()
  #pace: Pace | null = null
  #maxPerSecond: number | null = null
  #openAt = 0
  #isOpening = false
  #idleSince: number | null = null
  #lookedAt = 0

  constructor(facts: LaneFacts) {
    this.facts = facts
    this.limits = new LaneLimits(pauseOf(facts))
  }

  get isActive(): boolean {
    return this.facts.isActive && this.#stage !== 'ended'
  }

  /** Whether its endpoint has to be read, because it never was, has changed, or was long ago. */
  needsOpening(now: number): boolean {
    return this.isActive && !this.#isOpening && now >= this.#openAt
  }

  /** While its endpoint is read it is not read once more; `open` tells what was found, or `openLater` that nothing was. */
  async opening(read: Promise<void>): Promise<void> {
    this.#isOpening = true
    await read
    this.#isOpening = false
  }

  /** What was read before the endpoint changed is not gone by: it is read once more. */
  open(sendable: Sendable | null, now: number): void {
    if (sendable && sendable.revision < this.facts.revision) return
    this.sendable = sendable
    this.failing.since = sendable?.failingSince ?? null
    if (sendable) this.isWide = sendable.reach === 'environment'
    this.#openAt = now + freshMs
    const max = sendable?.maxPerSecond ?? null
    if (max !== this.#maxPerSecond) this.#pace = max === null ? null : new Pace(max)
    this.#maxPerSecond = max
  }

  /** It could not be opened: tried again, and meanwhile nothing is sent. */
  openLater(now: number): void {
    this.#openAt = now + againMs
  }

  /** Whether it has to be looked at though it wants no more: somebody may have had it stopped, or go on. */
  needsLook(now: number): boolean {
    const isAtRest = this.line.waiting.length === 0 && this.limits.pauses === 0
    if (isAtRest && this.facts.isActive) return false
    return this.changedAt >= this.#lookedAt || now - this.#lookedAt >= lookEveryMs
  }

  look(facts: LaneFacts, now: number): void {
    this.#lookedAt = now
    if (facts.revision !== this.facts.revision) {
      this.#openAt = 0
      this.sendable = null
      if (this.#stage === 'ended') this.#stage = 'held'
    }
    this.facts = facts
    this.limits.adopt(pauseOf(facts), now)
    if (!facts.isActive) this.line.drop()
  }

  /** How many more it wants at hand. */
  room(now: Date, mono: number): number {
    const { line, limits, sendable } = this
    const isDue = line.known.size > 0 && mono - this.#lookedAt >= lookEveryMs
    if (!line.mayGoOn && !isDue) return 0
    if (!this.#mayBegin || limits.isPaused(now)) return 0
    if (sendable?.isOrdered) return line.known.size === 0 ? roomOfNew : 0
    return line.waiting.length > limits.atOnce / 2 ? 0 : 2 * limits.atOnce - line.waiting.length
  }

  get #mayBegin(): boolean {
    return this.isActive && this.#stage === 'held'
  }

  /** The next one that may go now, or in how many milliseconds one may; null where none waits. */
  next(now: Date, mono: number): Due | number | null {
    const { sendable, limits, line } = this
    const [head] = line.waiting
    if (!head || !sendable || !this.#mayBegin) return null
    const isEarly = sendable.isOrdered && head.due > now.getTime() * 1000
    if (isEarly || limits.isPaused(now)) {
      line.drop()
      line.mayGoOn = false
      return null
    }
    if (this.inFlight >= (sendable.isOrdered ? 1 : limits.atOnce)) return null
    const waitMs = this.#pace?.waitMs(mono) ?? 0
    if (waitMs > 0) return waitMs
    const next = this.#inTurn(head, sendable, mono)
    if (typeof next === 'number') return next
    this.#pace?.begin(mono)
    if (next.cause === 'replay') this.#replayPace.begin(next, mono)
    line.begin(next)
    this.inFlight += 1
    return next
  }

  /** What is replayed waits for its turn, and what happens meanwhile goes past it, but where order is all. */
  #inTurn(head: Due, { isOrdered }: Sendable, mono: number): Due | number {
    if (head.cause !== 'replay') return head
    const waitMs = this.#replayPace.waitMs(head, mono)
    if (waitMs === 0) return head
    const other = isOrdered ? undefined : this.line.waiting.find(({ cause }) => cause !== 'replay')
    return other ?? waitMs
  }

  /** An attempt is over, and its delivery is settled. */
  settled(): void {
    this.inFlight -= 1
  }

  /** The same, and it has to be tried again: in an ordered lane none is sent before it. */
  putOff(): void {
    this.inFlight -= 1
    if (this.sendable?.isOrdered) this.line.drop()
  }

  /** Nothing more is sent, whatever is still at hand. */
  end(): void {
    this.#stage = 'ended'
    this.line.drop()
  }

  leave(): void {
    if (this.#stage === 'held') this.#stage = 'leaving'
  }

  /** It could not be given back, and is held as before. */
  stay(): void {
    if (this.#stage === 'leaving') this.#stage = 'held'
  }

  written(id: string): void {
    this.line.written(id)
    if (this.sendable?.isOrdered) this.line.mayGoOn = true
  }

  isIdle(now: Date, mono: number): boolean {
    const isAtWork = this.line.known.size > 0 || this.#isReadOrWritten || this.room(now, mono) > 0
    if (isAtWork) this.#idleSince = null
    else this.#idleSince ??= mono
    return this.#idleSince !== null && mono - this.#idleSince >= lingerMs
  }

  get #isReadOrWritten(): boolean {
    return this.failing.isWritten || this.#isOpening
  }

  /**
   * Until when it may rest, where nothing of it is under way and all that is at hand only waits for the next
   * second of an endpoint that wants few in each.
   */
  restForPace(now: Date, mono: number): Date | null {
    if (!this.#onlyWaits || !this.#pace || this.#pace.waitMs(mono) < shortWaitMs) return null
    return new Date(now.getTime() + Math.ceil(this.#pace.overMs(mono)))
  }

  /** The same, where it waits for one of the places of those that answer late. */
  restForPlace(now: Date): Date | null {
    return this.#onlyWaits && this.limits.isSlow ? new Date(now.getTime() + slowRestMs) : null
  }

  get #onlyWaits(): boolean {
    const { waiting, isUnderWay } = this.line
    return waiting.length > 0 && !isUnderWay && !this.#isReadOrWritten && this.#stage !== 'leaving'
  }
}

const pauseOf = ({ notBefore, pauses }: LaneFacts) => ({
  notBefore: notBefore ? new Date(notBefore) : null,
  pauses,
})
