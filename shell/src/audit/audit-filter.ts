import type { audit, AuditEntry } from '@sonaqor/contract/audit'
import type { RequestOf } from '@sonaqor/contract/endpoint'
import { useViewState } from '@sonaqor/module'
import { readRange, useText, type Range } from '@sonaqor/ui'
import { actionsSaying } from './action-words.ts'
import { actorKinds } from './actor-kinds.ts'

/** What the log is narrowed to, but for the time. */
export type AuditFilter = Omit<RequestOf<typeof audit.search>['query'], 'limit' | 'cursor'>

/**
 * As it stands in the address, or rather does not: what was not chosen is not in it. `environment` is
 * the frame's own word for what is looked at, so the environment of the entries is called `in`.
 */
const nothingFiltered = {
  area: '',
  action: '',
  kind: '',
  actor: '',
  target: '',
  in: '',
  appId: '',
  ip: '',
  text: '',
  range: '',
}
const nothingChosen = { ...nothingFiltered, entry: '' }

export type Narrowing = typeof nothingFiltered

/** The filter in view, the entry that is open, and how both are changed. */
export function useAuditFilter() {
  const [{ entry, ...chosen }, choose] = useViewState(nothingChosen)
  return {
    filter: useWorded(filterOf(chosen)),
    /** As it was typed; too little of it is no filter yet. */
    sought: chosen.ip || chosen.text,
    range: readRange(chosen.range),
    isFiltered: Object.values(chosen).some((value) => value !== ''),
    narrow: (part: Partial<Narrowing>) => choose({ ...part, entry: '' }),
    /** What is typed is told a moment later, and closes no entry that was opened meanwhile. */
    seek: (typed: string) => choose(soughtBy(typed)),
    clear: () => choose({ ...nothingFiltered, entry: '' }),
    openEntry: entry || undefined,
    open: (id: string | undefined) => choose({ entry: id ?? '' }, 'beside'),
  }
}

/** What is sought stands in the words of an action as well, which are known here alone. */
function useWorded(filter: AuditFilter): AuditFilter {
  const say = useText()
  if (filter.text === undefined) return filter
  return { ...filter, orActions: actionsSaying(say, filter.text).join(',') || undefined }
}

/** An address may hold anything; what is no such kind or environment is no choice. */
function filterOf(chosen: Narrowing): AuditFilter {
  const { area, action, kind, actor, target, appId, ip, text } = chosen
  return {
    area: area || undefined,
    action: action || undefined,
    actorKind: actorKinds.find((known) => known === kind),
    actorId: actor || undefined,
    target: target || undefined,
    environment: environments.find((known) => known === chosen.in),
    appId: appId || undefined,
    ip: ip || undefined,
    text: text.trim().length < shortestText ? undefined : text.trim(),
  }
}

export const environments: readonly NonNullable<AuditEntry['environment']>[] = [
  'sandbox',
  'production',
]

/** What the API looks for among the values: three letters at least, for it does so by threes. */
const shortestText = 3
const longestText = 100

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
const address = /^(\d{1,3}(\.\d{1,3}){3}|[\da-f]*:[\da-f:]*:[\da-f.:]*)$/i

/** What was typed is looked for among the values, but for an address, which says what it is. */
function soughtBy(typed: string): Pick<Narrowing, 'text' | 'ip'> {
  const ip = typed.trim().toLowerCase()
  return address.test(ip) ? { ip, text: '' } : { ip: '', text: typed.slice(0, longestText) }
}

/** The id that was put in, if it is one: whoever has copied an id wants all that is about it. */
export function idIn(typed: string): string | undefined {
  const id = typed.trim().toLowerCase()
  return uuid.test(id) ? id : undefined
}

const hourMs = 3_600_000

/**
 * Where the entries begin and end. A preset begins at a round moment, so that the same search asked
 * again is the same question, which is audited once; it is open at its end for what comes in.
 */
export function instantsOf(
  range: Range | undefined,
  nowMs: number,
): { from?: string; to?: string } {
  if (range === undefined || typeof range !== 'string') return range ?? {}
  const lengthMs = hoursOf[range] * hourMs
  const roundMs = Math.min(hourMs, lengthMs / 15)
  return { from: new Date(Math.floor((nowMs - lengthMs) / roundMs) * roundMs).toISOString() }
}

const hoursOf = { '15m': 1 / 4, '1h': 1, '24h': 24, '7d': 7 * 24, '30d': 30 * 24 }
