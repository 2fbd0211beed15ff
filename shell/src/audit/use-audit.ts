import type { AuditEntry } from '@sonaqor/contract/audit'
import { useModule, usePages, useQuery } from '@sonaqor/module'
import type { AuditFilter } from './audit-filter.ts'
import { nameOfTarget, type Names } from './about.ts'

const namesStandMs = 60_000
/** As many as one page of the API holds; a select with more is no choice any more. */
const limit = 200

/** The log under one filter, newest first, page by page. */
export function useEntries(filter: AuditFilter) {
  const { api } = useModule()
  return usePages(['audit', 'entries', filter], (cursor) =>
    api.audit.search({ query: { ...filter, cursor } }),
  )
}

/** An id was made when the entry was written (RFC 9562, version 7), so it says where to look. */
const aroundMs = 2_000

/** One entry that a link leads to, though it is in no list that is in view. Null where there is none. */
export function useEntry(id: string, known: AuditEntry | undefined) {
  const { api } = useModule()
  const reading = useQuery({
    queryKey: ['audit', 'entry', id],
    queryFn: async () => {
      const madeMs = Number.parseInt(id.replace('-', '').slice(0, 12), 16)
      if (!(madeMs > 0)) return null
      const [from, to] = [-aroundMs, aroundMs].map((ms) => new Date(madeMs + ms).toISOString())
      const { data } = await api.audit.search({ query: { from, to, limit } })
      return data.find((entry) => entry.id === id) ?? null
    },
    enabled: known === undefined,
    staleTime: Infinity,
  })
  if (!known) return reading
  return { status: 'success' as const, data: known, error: null, refetch: reading.refetch }
}

/** The actions that there are entries of, to choose from. */
export function useActions() {
  const { api } = useModule()
  const actions = useQuery({
    queryKey: ['audit', 'actions'],
    queryFn: async () => (await api.audit.actions()).data,
    staleTime: namesStandMs,
  })
  return actions.data ?? []
}

/** The people and apps to choose from, as far as they may be known. */
export function useChoices() {
  const { api, can } = useModule()
  const members = useQuery({
    queryKey: ['team', { limit }],
    queryFn: async () => (await api.team.list({ query: { limit } })).data,
    enabled: can('team:read'),
    staleTime: namesStandMs,
  })
  const apps = useQuery({
    queryKey: ['apps', { limit }],
    queryFn: async () => (await api.apps.list({ query: { limit } })).data,
    enabled: can('apps:read'),
    staleTime: namesStandMs,
  })
  return {
    // Whoever was only invited has done nothing yet.
    members: (members.data ?? []).filter(({ state }) => state !== 'invited'),
    apps: apps.data ?? [],
  }
}

/** What people, apps and the tenant are called, for entries that recorded no more than their ids. */
export function useNames(): Names {
  const { principal } = useModule()
  const { members, apps } = useChoices()
  return new Map([
    [principal.tenant.id, principal.tenant.name],
    ...members.map(({ id, person }) => [id, person.name] as const),
    ...apps.map(({ id, name }) => [id, name] as const),
  ])
}

/** What the log itself calls the actor and the target that it is narrowed to: a link knows their ids alone. */
export function useNamesInLog({ actorId, target }: AuditFilter) {
  return {
    actor: useNameInLog({ actorId }, (entry) => entry.actor.name),
    target: useNameInLog({ target }, nameOfTarget),
  }
}

type Sought = Pick<AuditFilter, 'actorId' | 'target'>

function useNameInLog(sought: Sought, nameIn: (entry: AuditEntry) => string | undefined) {
  const { api } = useModule()
  const found = useQuery({
    queryKey: ['audit', 'name', sought],
    queryFn: async () => {
      const { data } = await api.audit.search({ query: { ...sought, limit: 20 } })
      return data.map(nameIn).find((name) => name) ?? null
    },
    enabled: Object.values(sought).some((id) => id !== undefined),
    staleTime: namesStandMs,
  })
  return found.data ?? undefined
}

/** What was signed of the chain, the newest first, so many at a time. */
export function useCheckpoints(limitEach: number) {
  const { api } = useModule()
  return usePages(['audit', 'checkpoints'], (cursor) =>
    api.audit.checkpoints({ query: { cursor, limit: limitEach } }),
  )
}
