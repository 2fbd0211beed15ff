import type { LogEntry, LogSearch } from '@sonaqor/contract/logs'
import type { LogBatch } from '@sonaqor/module'

/**
 * The filter that covers all of them: the only one as it is, several as none at all, but for a project
 * that all of them name. An entry does not say its project, so the server alone can tell.
 */
export function sharedFilter(filters: readonly LogSearch[]): LogSearch | undefined {
  const written = new Set(filters.map((filter) => JSON.stringify(filter)))
  if (written.size <= 1) return filters[0]
  const [projectId, ...others] = new Set(filters.map((filter) => filter.projectId))
  return projectId && others.length === 0 ? { projectId } : {}
}

/**
 * The part of a batch that one listener asked for, but for what it asked in words: those are read by the
 * server, and where several share a tail by the view itself, for a host carries no language.
 */
export function within(batch: LogBatch, filter: LogSearch): LogBatch {
  return { ...batch, entries: batch.entries.filter((entry) => matches(entry, filter)) }
}

function matches(entry: LogEntry, filter: LogSearch): boolean {
  const { status, path, projectId: _, q: _q, without, ...exact } = filter
  if (without && opensSession(entry)) return false
  if (status && Math.trunc(entry.status / 100) !== Number(status[0])) return false
  if (path && !entry.path.startsWith(path)) return false
  return Object.entries(exact).every(
    ([name, value]) => value === undefined || entry[name as keyof typeof exact] === value,
  )
}

/** As the server tells it, too: those that were refused are none. */
const opensSession = ({ method, path, status }: LogEntry) =>
  method === 'POST' && path === '/v1/embed-sessions' && status < 300
