/**
 * What the requests of keys say beside their lines in the log: added up here and written once a second,
 * so that no request waits for it, and many cost one statement.
 */
import { systemPrincipal } from '../access/index.ts'
import type { Exchange, Recorder } from '../feature/index.ts'
import type { Foundation } from '../foundation/index.ts'
import type { Scope } from '../scope/index.ts'

/** One thing that is counted, in how many requests, and when it was seen first and last. */
export type Count<Facts> = Facts & {
  readonly requests: number
  readonly firstAt: Date
  readonly lastAt: Date
}

export interface Counting<Facts extends object = object> {
  /** What a request is counted for; it says the same in the same words each time. */
  read(exchange: Exchange): readonly Facts[]
  /** Writes what came together of one tenant. */
  write(scope: Scope, counts: readonly Count<Facts>[]): Promise<void>
}

export interface Traffic {
  readonly recorder: Recorder
  /** Writes what has been gathered. */
  flush(): Promise<void>
}

interface Gathered {
  readonly counting: Counting
  readonly tenantId: string
  readonly counts: Map<string, Count<object>>
}

const everyMs = 1000
const gatheredMost = 5000

/**
 * Whether the key itself was accepted. A scope that it lacks is refused to a key at work; who was refused
 * at the door holds nothing, and who came too often was sent back unheard.
 */
export const wasLetIn = ({ principal, response }: Exchange): boolean =>
  isAtWork(principal) && response.status !== 429

/** Whether a request was let in, and was not refused for what it asked either. */
export const wasAccepted = (exchange: Exchange): boolean =>
  wasLetIn(exchange) && !refused.has(exchange.response.status)

/** Who is refused has used nothing; what is not found or not valid was asked for all the same. */
export const refused: ReadonlySet<number> = new Set([401, 403, 429])

/** Who was refused at the door holds nothing, and is not at work with the key; nor is who names it. */
const isAtWork = (principal: Exchange['principal']): boolean =>
  (principal.kind === 'embed' || (principal.kind === 'key' && !principal.isLent)) &&
  principal.scopes.size > 0

/** Lets the facts of a counting be known where it is written. */
export const counting = <Facts extends object>(one: Counting<Facts>): Counting =>
  one as unknown as Counting

/** `by` is the feature that counts: what it writes bears its name. */
export function createTraffic(
  by: string,
  { scopes, log }: Pick<Foundation, 'scopes' | 'log'>,
  countings: readonly Counting[],
): Traffic {
  let gathered = new Map<string, Gathered>()
  let size = 0
  let timer: NodeJS.Timeout | undefined

  async function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const lots = gathered
    gathered = new Map()
    size = 0
    for (const lot of lots.values()) {
      try {
        await scopes.run(systemPrincipal(by, lot.tenantId), (scope) =>
          lot.counting.write(scope, [...lot.counts.values()]),
        )
      } catch (error) {
        // The requests stand in the log, and most of what they say is said again by the next ones.
        log.warn({ err: error }, 'what the requests of keys say was not written')
      }
    }
  }

  function add(place: number, tenantId: string, facts: object, at: Date): void {
    const name = `${place} ${tenantId}`
    const lot = gathered.get(name) ?? {
      counting: countings[place] as Counting,
      tenantId,
      counts: new Map(),
    }
    gathered.set(name, lot)
    const key = JSON.stringify(facts)
    const known = lot.counts.get(key)
    if (!known) size += 1
    lot.counts.set(key, added(facts, known, at))
  }

  return {
    recorder: {
      name: by,
      wants: ({ principal }) => isAtWork(principal),
      async record(exchange) {
        const { tenantId } = exchange.principal
        if (tenantId === null) return
        for (const [place, { read }] of countings.entries()) {
          for (const facts of read(exchange)) add(place, tenantId, facts, exchange.at)
        }
        if (size >= gatheredMost) void flush()
        else if (size > 0) timer ??= setTimeout(() => void flush(), everyMs).unref()
      },
    },
    flush,
  }
}

function added(facts: object, known: Count<object> | undefined, at: Date): Count<object> {
  if (!known) return { ...facts, requests: 1, firstAt: at, lastAt: at }
  return {
    ...known,
    requests: known.requests + 1,
    firstAt: known.firstAt < at ? known.firstAt : at,
    lastAt: known.lastAt > at ? known.lastAt : at,
  }
}
