import type { InputOf } from '@sonaqor/contract/endpoint'
import type { SendAgain, SentAgain } from '@sonaqor/contract/log-again'
import type { LogDetail, LogFacets, LogHistogram, logs } from '@sonaqor/contract/logs'
import { can, lockOf, requireScope } from '../../core/access/index.ts'
import { auditReading, noteFollowed } from '../../core/audit/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { sendAgain } from './again/again.service.ts'
import type { Exposure, KeptSide } from './write/log-line.ts'
import type { LogsPage } from './query/looked-at.store.ts'
import type { LogsQuery, LogStore } from './logs.store.ts'
import { settled } from './query/logs.query.ts'
import { relatedTo } from './related/related.service.ts'
import { toFacets, toHistogram } from './count/logs.counted.ts'
import { asAsked, requireOrder, since, spanOf, until } from './query/span.ts'
import { bodyHeldBack, headersHeldBack } from './redaction/held-back.ts'

type InPart = InputOf<typeof logs.facets>['query']
type OverTime = InputOf<typeof logs.histogram>['query']
type InSpan = Omit<InPart, 'since'>

export interface LogsService {
  search(scope: Scope, query: LogsQuery): Promise<LogsPage>
  histogram(scope: Scope, query: OverTime): Promise<LogHistogram>
  facets(scope: Scope, query: InPart): Promise<LogFacets>
  show(scope: Scope, id: string): Promise<LogDetail>
  sendAgain(scope: Scope, id: string, asked: SendAgain): Promise<SentAgain>
}

export function createLogsService(store: LogStore): LogsService {
  const requireEntry = async (scope: Scope, id: string) => {
    const entry = await store.show(scope, id)
    if (entry) return entry
    throw new Problem('not-found', { detail: 'There is no log entry with this id.' })
  }
  return {
    async search(scope, asked) {
      requireOrder(asked)
      const query = settled(asked)
      const { limit: _, cursor: __, ...filter } = query
      await auditReading(scope, 'logs.searched', filter)
      const { from: _from, to, ...narrowed } = filter
      if (to === undefined) await noteFollowed(scope, 'logs.searched', narrowed)
      const { q, path } = query
      return { ...(await store.page(scope, query)), readAs: { q, path } }
    },
    async histogram(scope, { before, bucketsTo, ...asked }) {
      const { span, filter } = await counting(scope, asked, bucketsTo)
      const within = asAsked(asked, span)
      const part = until(within, before)
      const counted = await store.histogram(scope, filter, span, part, before !== undefined)
      return toHistogram(counted, within)
    },
    async facets(scope, { since: begin, ...asked }) {
      const { span: inBuckets, filter } = await counting(scope, asked)
      const span = since(asAsked(asked, inBuckets), begin)
      return toFacets(await store.facets(scope, filter, span), span)
    },
    async show(scope, id) {
      const logged = await requireEntry(scope, id)
      const entry = { ...logged, related: await relatedTo(scope, logged) }
      const { environment, appId } = entry
      scope.audit({ action: 'logs.opened', target: id, environment, appId })
      // A body may name any customer, also one that a session is locked out of.
      if (lockOf(scope.principal)) return { ...withoutValues(entry), query: namesOf(entry.query) }
      return can(scope.principal, 'customers:read') ? withValues(entry) : withoutValues(entry)
    },
    async sendAgain(scope, id, asked) {
      // Whoever may not read a request may not have it answered.
      requireScope(scope, 'logs:read')
      return sendAgain(scope, await requireEntry(scope, id), asked)
    },
  }
}

/**
 * Whoever counts lines reads them: a list of the same filter and its chart are one reading, and so is every
 * part of it that is counted by itself.
 */
async function counting(scope: Scope, asked: InSpan, bucketsTo?: string) {
  const span = spanOf({ ...asked, to: asked.to ?? bucketsTo }, scope.now())
  const query = settled(asked)
  await auditReading(scope, 'logs.searched', query)
  const { from: _, to: __, ...filter } = query
  return { span, filter }
}

type Shown<Entry extends Exposure> = Entry & Pick<LogDetail, 'request' | 'response'>

const withValues = <Entry extends Exposure>(entry: Entry): Shown<Entry> => ({
  ...entry,
  request: whole(entry.request),
  response: whole(entry.response),
})

function withoutValues<Entry extends Exposure>(entry: Entry): Shown<Entry> {
  const { request, response } = entry
  return {
    ...entry,
    request: heldBack(request),
    response: isProblem(response) ? whole(response) : heldBack(response),
  }
}

/** What was asked for, without whom or what for. */
const namesOf = (query: string): string =>
  [...new URLSearchParams(query).keys()].map((name) => `${encodeURIComponent(name)}=…`).join('&')

/** A refusal of ours says what is wrong in our words and by pointers; no value is ever in it. */
const isProblem = ({ headers }: Exposure['response']) =>
  headers['content-type']?.startsWith('application/problem+json') === true

const whole = ({ headers, body }: KeptSide): LogDetail['request'] => ({
  headers,
  body: body && { ...body, isHeldBack: false },
})

const heldBack = ({ headers, body }: KeptSide): LogDetail['request'] => ({
  headers: headersHeldBack(headers),
  body: body && bodyHeldBack(body),
})
