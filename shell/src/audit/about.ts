import type { AuditEntry } from '@sonaqor/contract/audit'
import type { Scope } from '@sonaqor/contract/access'
import type { Params } from '@sonaqor/module'

/** Where a thing of an entry is looked at, and the scope that this takes. */
export interface Way {
  readonly scope: Scope
  readonly view: string
  readonly params: Params
}

/** What things are called now, by their ids. */
export type Names = ReadonlyMap<string, string>

/** What a target is called: by what was recorded of it, as it was then, or as it is known now. */
export function nameOfTarget(entry: AuditEntry, names?: Names): string | undefined {
  return nameIn(entry) ?? (entry.target === null ? undefined : names?.get(entry.target))
}

function nameIn({ before, after }: AuditEntry): string | undefined {
  for (const record of [after, before]) {
    for (const field of ['label', 'name', 'email']) {
      const value = isRecord(record) ? record[field] : undefined
      if (typeof value === 'string' && value !== '') return value
    }
  }
  return undefined
}

const ways: Readonly<Record<string, (id: string) => Way>> = {
  keys: (id) => ({ scope: 'keys:read', view: 'keys.list', params: { key: id } }),
  apps: (id) => ({ scope: 'apps:read', view: 'home.projects', params: { app: id } }),
  customers: (id) => ({ scope: 'apps:read', view: 'home.projects', params: { app: id } }),
  transactions: (id) => ({ scope: 'apps:read', view: 'home.projects', params: { app: id } }),
  team: (id) => ({ scope: 'team:read', view: 'home.team', params: { member: id } }),
  account: (id) => ({ scope: 'team:read', view: 'home.team', params: { member: id } }),
  notifications: (id) => ({ scope: 'team:read', view: 'home.team', params: { member: id } }),
  logs: (id) => ({ scope: 'logs:read', view: 'logs.list', params: { entry: id } }),
}

/** Gone for good, or never more than a message. */
const leadsNowhere = /\.(deleted|purged|removed|invite.*|activity-read)$/

/** The way to what was acted on, where it is a thing that has a place. */
export function wayToTarget({ action, target, environment }: AuditEntry): Way | undefined {
  const [area = ''] = action.split('.')
  const way = target && !leadsNowhere.test(action) ? ways[area]?.(target) : undefined
  return way && within(way, environment)
}

const hourMs = 3_600_000

/**
 * The way to the logged request in which it was done. Requests made with an API key are logged, and no
 * others; the log is asked for the hour around, for it begins with the last days.
 */
export function wayToRequest({ actor, at, environment, requestId }: AuditEntry): Way | undefined {
  if (actor.kind !== 'key' || requestId === null) return undefined
  const [from, to] = [-hourMs, hourMs].map((ms) => new Date(Date.parse(at) + ms).toISOString())
  const way = { scope: 'logs:read', view: 'logs.list' } as const
  return within({ ...way, params: { requestId, range: `${from}/${to}` } }, environment)
}

/** The address of the dashboard names the environment that is looked at. */
function within(way: Way, environment: AuditEntry['environment']): Way {
  return environment ? { ...way, params: { environment, ...way.params } } : way
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
