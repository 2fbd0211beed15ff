/** The live tail: new entries of one filter, for one socket, as fast as a screen can take them. */
import { LogSearch, type LogEntry } from '@sonaqor/contract/logs'
import { auditReading, isFollowed } from '../../../core/audit/index.ts'
import { jsonFault } from '../../../core/implement/index.ts'
import type { LiveStream } from '../../../core/live/index.ts'
import { fieldErrors, inWords, Problem } from '../../../core/problems/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { firstIdOf, instantOf } from '../write/log-line.ts'
import { settled } from '../query/logs.query.ts'
import type { LogStore } from '../logs.store.ts'

/** Lines are committed a little out of order; so far back a late one is still looked for. */
const overlapMs = 3000
const shownAtOnce = 100
const readAtOnce = 500

export const topicOf = (tenantId: string) => `logs ${tenantId}`

export interface LogBatch {
  readonly entries: readonly LogEntry[]
  readonly dropped: number
}

export function createLogTail(store: LogStore): LiveStream {
  return {
    name: 'logs',
    start: 'tail',
    stop: 'untail',
    ended: 'untailed',
    access: 'logs:read',
    // Lines without bodies.
    locked: 'no-customer-data',
    async open(scope, wanted) {
      const filter = filterOf(wanted)
      const openedAt = scope.now()
      const isTold = tellOnce(filter, openedAt)
      const tail = tailOf(store, filter, openedAt)
      const read = async (reader: Scope) => ((await isTold(reader)) ? tail(reader) : null)
      return { topic: topicOf(scope.tenantId), read }
    },
  }
}

/** A page asks for its list as it begins to follow, and what comes in meanwhile waits so long for it. */
const listWithinMs = 2000

/**
 * Before the first line is shown, it is in the audit log who reads: by the list that the tail goes on from
 * or, where there is none, by an entry of the tail's own. One visit leaves one.
 */
function tellOnce(filter: LogSearch, openedAt: Date) {
  let isTold = false
  return async (scope: Scope): Promise<boolean> => {
    if (isTold) return true
    if (!(await isFollowed(scope, 'logs.searched', filter))) {
      if (scope.now().getTime() - openedAt.getTime() < listWithinMs) return false
      await auditReading(scope, 'logs.searched', filter)
    }
    isTold = true
    return true
  }
}

function filterOf(wanted: unknown): LogSearch {
  const parsed = LogSearch.safeParse(wanted, { error: inWords })
  const detail = 'This is no filter of logs.'
  if (!parsed.success) {
    throw new Problem('invalid', { detail, errors: fieldErrors(parsed.error.issues, 'body') })
  }
  // Or the database would refuse each read of it.
  const fault = jsonFault(parsed.data)
  if (fault) throw new Problem('invalid', { detail, errors: [fault] })
  return settled(parsed.data, '#/q')
}

/** Reads what is new since its last call. What is too much is counted and left out, oldest first. */
export function tailOf(store: LogStore, filter: LogSearch, openedAt: Date) {
  const start = openedAt.getTime() - 1000
  let seen: ReadonlySet<string> = new Set()
  let newestSeen = ''
  return async (scope: Scope): Promise<LogBatch | null> => {
    const since = new Date(Math.max(start, scope.now().getTime() - overlapMs))
    const rows = await store.newest(scope, filter, since, readAtOnce)
    const fresh = rows.filter(({ id }) => !seen.has(id))
    if (fresh.length === 0) return null
    const after = newestSeen > firstIdOf(since) ? newestSeen : firstIdOf(since)
    const before = rows.length === readAtOnce ? rows.at(-1)?.id : undefined
    const unread =
      before && before > after ? await store.count(scope, filter, { after, before }) : 0
    newestSeen = rows[0]?.id ?? newestSeen
    seen = new Set([...seen, ...fresh.map(({ id }) => id)].filter((id) => instantOf(id) >= since))
    return {
      entries: fresh.slice(0, shownAtOnce),
      dropped: Math.max(0, fresh.length - shownAtOnce) + unread,
    }
  }
}
