/**
 * Group commit: the lines of one tenant and environment that come in while the lot before them is
 * being written go together in the next one. So a lone line waits for nobody, and a thousand at
 * once cost a handful of commits.
 */
import { setImmediate as nextTick, setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from '../../../core/log/index.ts'
import { asProblem } from '../../../core/problems/index.ts'
import { instantOf, type LogLine } from './log-line.ts'
import type { LogStore } from '../logs.store.ts'

const lotMax = 1000
/** Lots of a busy lane begin no sooner after one another: each costs a commit, however small it is. */
const gatherMs = 5
const longestPauseMs = 2000

interface Waiting {
  readonly line: LogLine
  readonly done: () => void
}

export interface LogWriter {
  /** Resolves when the line is safe. A slow database makes it slow; none is ever dropped for it. */
  write(line: LogLine): Promise<void>
  /** Resolves when nothing waits any more. */
  idle(): Promise<void>
}

export function createLogWriter(store: LogStore, log: Logger): LogWriter {
  const lanes = new Map<string, Waiting[]>()
  const running = new Set<Promise<void>>()

  async function drain(name: string, waiting: Waiting[]): Promise<void> {
    // Whatever ends within the same turn of the loop goes into the first lot.
    await nextTick()
    while (waiting.length > 0) {
      const gathered = sleep(gatherMs)
      const lot = waiting.splice(0, lotMax)
      await keep(lot.map(({ line }) => line))
      for (const { done } of lot) done()
      if (waiting.length > 0) await gathered
    }
    lanes.delete(name)
  }

  /** Tries until the lines are safe: as long as the database is away, answers wait for it. */
  async function keep(lines: readonly LogLine[]): Promise<void> {
    let hasRoom = false
    for (let pauseMs = 50; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      try {
        await store.append(lines)
        return
      } catch (error) {
        if (!hasRoom && isWithoutRoom(error)) {
          hasRoom = await hasMadeRoom(lines)
          if (hasRoom) continue
        }
        if (!isPassing(error)) {
          await keepEach(lines, error)
          return
        }
        log.warn({ err: error, lines: lines.length }, 'log lines wait for the database')
        await sleep(pauseMs)
      }
    }
  }

  /** What the database refuses for good must not hold up what it would take. */
  async function keepEach(lines: readonly LogLine[], error: unknown): Promise<void> {
    if (lines.length > 1) {
      for (const line of lines) await keep([line])
    } else if (!isKeptAlready(error)) {
      log.error({ err: error, requestId: lines[0]?.requestId }, 'a log line cannot be stored')
    }
  }

  /** The days come up one by one, and a history that is made up comes from days long past. */
  async function hasMadeRoom(lines: readonly LogLine[]): Promise<boolean> {
    try {
      await store.makeRoom(lines.map(({ id }) => instantOf(id)))
      return true
    } catch (error) {
      log.warn({ err: error }, 'no room was made for log lines')
      return false
    }
  }

  return {
    write: (line) =>
      new Promise((done) => {
        const name = `${line.tenantId} ${line.environment}`
        const lane = lanes.get(name)
        if (lane) {
          lane.push({ line, done })
          return
        }
        const opened = [{ line, done }]
        lanes.set(name, opened)
        const run = drain(name, opened).finally(() => running.delete(run))
        running.add(run)
      }),
    idle: async () => {
      while (running.size > 0) await Promise.all(running)
    },
  }
}

function isPassing(error: unknown): boolean {
  return isWithoutRoom(error) || asProblem(error).code === 'overloaded'
}

/** No partition of that day: PostgreSQL calls it a violated check, of no constraint. */
function isWithoutRoom(error: unknown): boolean {
  return codeOf(error) === '23514' && !(error as { constraint?: string }).constraint
}

/** The connection broke after the commit and before its answer. */
function isKeptAlready(error: unknown): boolean {
  return codeOf(error) === '23505'
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
