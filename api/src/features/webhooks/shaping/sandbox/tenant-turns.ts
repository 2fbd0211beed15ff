/**
 * Whose code runs next: one of each tenant in turn, and one at a time, though nobody else waits: whoever comes
 * while it hangs finds another thread. Whoever's code took too long waits behind the others, and for a while
 * all such have one thread together: whatever they send, the other one is left to those whose code comes to
 * an end.
 */
import { Turns } from './turns.ts'

const slowForMs = 60_000

export interface Turn<Item> {
  readonly tenantId: string
  readonly item: Item
}

export class TenantTurns<Item> {
  /** Of each tenant, one of each code in turn, so that its endpoints delay each other no more than others. */
  readonly #waiting = new Map<string, Turns<Item>>()
  readonly #running = new Set<string>()
  readonly #slowUntil = new Map<string, number>()
  readonly #now: () => number

  constructor(now = () => performance.now()) {
    this.#now = now
  }

  add(tenantId: string, code: string, item: Item): void {
    const turns = this.#waiting.get(tenantId) ?? new Turns<Item>()
    turns.add(code, item)
    this.#waiting.set(tenantId, turns)
  }

  /** Nothing where nobody waits who may begin; what is answered counts as running until it has ended. */
  next(): Turn<Item> | undefined {
    const tenantId = this.#nextTenant()
    const turns = tenantId === undefined ? undefined : this.#waiting.get(tenantId)
    const item = turns?.next()
    if (tenantId === undefined || !turns || item === undefined) return undefined
    this.#waiting.delete(tenantId)
    if (turns.size > 0) this.#waiting.set(tenantId, turns)
    this.#running.add(tenantId)
    return { tenantId, item }
  }

  ended(tenantId: string, tookTooLong: boolean): void {
    this.#running.delete(tenantId)
    if (!tookTooLong) return
    this.#slowUntil.set(tenantId, this.#now() + slowForMs)
    const turns = this.#waiting.get(tenantId)
    if (!turns) return
    this.#waiting.delete(tenantId)
    this.#waiting.set(tenantId, turns)
  }

  #nextTenant(): string | undefined {
    const slowRuns = [...this.#running].some((tenantId) => this.#isSlow(tenantId))
    return [...this.#waiting.keys()].find(
      (tenantId) => !this.#running.has(tenantId) && !(slowRuns && this.#isSlow(tenantId)),
    )
  }

  #isSlow(tenantId: string): boolean {
    if ((this.#slowUntil.get(tenantId) ?? 0) > this.#now()) return true
    this.#slowUntil.delete(tenantId)
    return false
  }
}
