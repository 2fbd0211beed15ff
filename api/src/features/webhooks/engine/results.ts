/** Gathers what became of attempts, and writes it many at a time. */
import { latencySteps } from '../deliveries/latencies.ts'
import type { CountRow, Result, Settling, ToldRow } from './doors.store.ts'
import type { Lane } from './lane.ts'

export interface ResultsParts {
  readonly write: (settling: Settling) => Promise<void>
  readonly newId: () => string
  readonly now: () => Date
  /** After the commit; of some, an event was written. */
  readonly written: (done: readonly Done[], hasTold: boolean) => void
  readonly failed: (error: unknown) => void
}

export interface Done {
  readonly lane: Lane
  readonly result: Result
  /** Whether it is among the figures of its endpoint: what goes to a test inbox is among none. */
  readonly isCounted: boolean
}

export interface Results {
  add(done: Done): void
  /** How many are not yet written. */
  readonly waiting: number
  /** Writes all that was added, or gives up where that cannot be done. */
  flush(): Promise<void>
}

const gatherMs = 8
const atOnce = 500
const retryMs = 300
const toldEveryMs = 1000

export function gatherResults(parts: ResultsParts): Results {
  const waiting: Done[] = []
  /** Whose screens are to hear of an attempt, at most once a second each. */
  const untold = new Set<Lane>()
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> | undefined

  const later = (ms: number) => {
    timer ??= setTimeout(() => {
      timer = undefined
      writing ??= write().finally(() => {
        writing = undefined
        if (waiting.length > 0) later(gatherMs)
        else if (untold.size > 0) later(toldEveryMs)
      })
    }, ms)
  }
  const write = async () => {
    const done = waiting.slice(0, atOnce)
    const lanes = [...untold].filter((lane) => lane.tellAt <= performance.now())
    const settling = {
      results: done.map(({ result }) => result),
      counts: countsOf(done),
      told: lanes.map((lane) => toldOf(parts, lane)),
    }
    try {
      await parts.write(settling)
    } catch (error) {
      parts.failed(error)
      await new Promise((resolve) => setTimeout(resolve, retryMs))
      return
    }
    waiting.splice(0, done.length)
    for (const lane of lanes) {
      untold.delete(lane)
      lane.tellAt = performance.now() + toldEveryMs
    }
    parts.written(done, lanes.length > 0)
  }

  return {
    add(done) {
      waiting.push(done)
      if (done.result.attempt) untold.add(done.lane)
      later(gatherMs)
    },
    get waiting() {
      return waiting.length
    },
    async flush() {
      clearTimeout(timer)
      await writing
      while (waiting.length > 0 || untold.size > 0) {
        const before = waiting.length
        for (const lane of untold) lane.tellAt = 0
        await write()
        // Whoever comes after us makes these attempts once more.
        if (waiting.length === before && before > 0) return
      }
    },
  }
}

const toldOf = ({ newId, now }: ResultsParts, { facts, isWide }: Lane): ToldRow => ({
  tenant_id: facts.tenantId,
  environment: facts.environment,
  id: newId(),
  app_id: facts.appId,
  endpoint_id: facts.endpointId,
  at: now(),
  is_wide: isWide,
})

const minuteMs = 60_000

function countsOf(done: readonly Done[]): CountRow[] {
  const counts = new Map<string, CountRow>()
  for (const { lane, result, isCounted } of done) {
    const { attempt, state } = result
    if (!attempt || !isCounted) continue
    const minuteAt = Math.floor(attempt.at.getTime() / minuteMs) * minuteMs
    const key = `${result.endpoint_id} ${minuteAt}`
    const row = counts.get(key) ?? rowOf(result, lane.facts.appId, new Date(minuteAt))
    counts.set(key, row)
    row.attempts += 1
    if (attempt.fault === null) row.succeeded += 1
    if (state === 'delivered') row.delivered += 1
    if (state === 'failed') row.failed += 1
    if (attempt.status !== null) {
      const step = stepOf(attempt.latency_ms)
      row.latencies[step] = (row.latencies[step] ?? 0) + 1
    }
  }
  return [...counts.values()]
}

const stepOf = (ms: number) =>
  Math.min(latencySteps - 1, Math.max(0, Math.ceil(2 * Math.log2(Math.max(ms, 1)))))

const rowOf = (result: Result, app_id: string, minute: Date): CountRow => ({
  tenant_id: result.tenant_id,
  environment: result.environment,
  endpoint_id: result.endpoint_id,
  app_id,
  minute,
  attempts: 0,
  succeeded: 0,
  delivered: 0,
  failed: 0,
  latencies: Array.from({ length: latencySteps }, () => 0),
})
