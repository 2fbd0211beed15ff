import type { LogDetail, LogEntry } from '@sonaqor/contract/logs'
import { can, lockOf } from '../../core/access/index.ts'
import { auditReading, noteFollowed } from '../../core/audit/index.ts'
import type { PageReply } from '../../core/paging/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import type { Exposure } from './log-line.ts'
import type { LogsQuery, LogStore } from './logs.store.ts'
import { settled } from './logs.query.ts'
import { structureOf } from './structure.ts'

export interface LogsService {
  search(scope: Scope, query: LogsQuery): Promise<PageReply<LogEntry>>
  show(scope: Scope, id: string): Promise<LogDetail>
}

export function createLogsService(store: LogStore): LogsService {
  return {
    async search(scope, asked) {
      requireOrder(asked)
      const query = settled(asked)
      const { limit: _, cursor: __, ...filter } = query
      await auditReading(scope, 'logs.searched', filter)
      const { from: _from, to, ...narrowed } = filter
      if (to === undefined) await noteFollowed(scope, 'logs.searched', narrowed)
      return store.page(scope, query)
    },
    async show(scope, id) {
      const entry = await store.show(scope, id)
      if (!entry) throw new Problem('not-found', { detail: 'There is no log entry with this id.' })
      const { environment, appId } = entry
      scope.audit({ action: 'logs.opened', target: id, environment, appId })
      // A body may name any customer, also one that a session is locked out of.
      if (lockOf(scope.principal)) return { ...withoutValues(entry), query: namesOf(entry.query) }
      return can(scope.principal, 'customers:read') ? entry : withoutValues(entry)
    },
  }
}

/** A span of time that ends before it begins holds nothing, and was meant otherwise. */
export function requireOrder({ from, to }: { readonly from?: string; readonly to?: string }): void {
  if (from === undefined || to === undefined || Date.parse(from) <= Date.parse(to)) return
  throw new Problem('invalid', {
    detail: 'The span of time ends before it begins.',
    errors: [{ pointer: '?to', detail: 'must not be before `from`' }],
  })
}

function withoutValues<Entry extends Exposure>(entry: Entry): Entry {
  const { request, response } = entry
  return {
    ...entry,
    request: structured(request),
    response: isProblem(response) ? response : structured(response),
  }
}

/** What was asked for, without whom or what for. */
const namesOf = (query: string): string =>
  [...new URLSearchParams(query).keys()].map((name) => `${encodeURIComponent(name)}=…`).join('&')

/** A refusal of ours says what is wrong in our words and by pointers; no value is ever in it. */
const isProblem = ({ headers }: Exposure['response']) =>
  headers['content-type']?.startsWith('application/problem+json') === true

function structured(side: Exposure['request']): Exposure['request'] {
  const { body, headers } = side
  return { headers, body: body && { ...body, text: structureOf(body.text) } }
}
