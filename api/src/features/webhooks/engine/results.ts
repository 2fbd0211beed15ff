/** Gathers what became of attempts, and writes it many at a time. */
import type { Result, Settling, ToldRow } from './doors.store.ts'
import type { Lane } from './lane.ts'
import { writeApart } from './write-apart.ts'

export interface ResultsParts {
  /** Answers which were written: of a lane that was lost nothing is. */
  readonly write: (settling: Settling) => Promise<ReadonlySet<string>>
  readonly newId: () => string
  readonly now: () => Date
  /** After the commit. */
  readonly written: (written: Written) => void
  readonly failed: (error: unknown) => void
  /** The database will never take this one, in whatever form. */
  readonly refused: (result: Result, error: unknown) => void
}

export interface Done {
  readonly lane: Lane
  readonly result: Result
}

export interface Written {
  /** What is no longer waited with. */
  readonly done: readonly Done[]
  readonly ids: ReadonlySet<string>
  /** Whether an event was written of some. */
  readonly hasTold: boolean
}

export interface Results {
  add(done: Done): void
  /** How many are not yet written. */
  readonly waiting: number
  /** Writes all that was added, or gives up where that cannot be done; nothing is written after it. */
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
  let isClosed = false
  let next: { readonly timer: NodeJS.Timeout; readonly at: number } | undefined
  let writing: Promise<unknown> | undefined

  /** One at a time writes, and what comes meanwhile goes with the next. */
  const later = (ms: number) => {
    const at = performance.now() + ms
    if (isClosed || writing || (next && next.at <= at)) return
    clearTimeout(next?.timer)
    next = { timer: setTimeout(begin, ms), at }
  }
  const begin = () => {
    next = undefined
    writing = writeOn()
  }
  const writeOn = async () => {
    const isWritten = await write()
    writing = undefined
    if (waiting.length > 0) later(isWritten ? gatherMs : retryMs)
    else if (untold.size > 0) later(toldEveryMs)
  }

  const write = async (): Promise<boolean> => {
    const done = waiting.slice(0, atOnce)
    const mono = performance.now()
    const lanes = [...untold].filter((lane) => isClosed || lane.tellAt <= mono)
    const settling = {
      results: done.map(({ result }) => result),
      told: lanes.map((lane) => toldOf(parts, lane)),
    }
    const refused = new Set<string>()
    const refuse = (result: Result, error: unknown) => {
      refused.add(result.id)
      parts.refused(result, error)
    }
    let ids: ReadonlySet<string>
    try {
      ids = await writeApart(parts.write, settling, refuse)
    } catch (error) {
      parts.failed(error)
      return false
    }
    waiting.splice(0, done.length)
    for (const lane of lanes) {
      untold.delete(lane)
      lane.tellAt = performance.now() + toldEveryMs
    }
    const over = done.filter(({ result }) => !refused.has(result.id))
    parts.written({ done: over, ids, hasTold: lanes.length > 0 })
    return true
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
      isClosed = true
      clearTimeout(next?.timer)
      await writing
      // What cannot be written now is made once more by whoever comes after us.
      while (waiting.length > 0 || untold.size > 0) if (!(await write())) return
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
