import type { OpenedSession } from '@sonaqor/contract/embeds'
import { useLive, useModule, usePages, useQuery, useReadAgain, useWrite } from '@sonaqor/module'
import type { SessionsFilter } from './sessions-filter.ts'

/** What the API takes. */
const searchAtMost = 80

/** The sessions that are in view, page by page; they follow what is opened and ended elsewhere. */
export function useSessions({ state, appId, search }: SessionsFilter) {
  const { api, environment, project } = useModule()
  const readAgain = useReadAgain('embeds')
  useLive('embeds', () => void readAgain())
  const narrowed = {
    environment,
    projectId: project?.id,
    appId: appId || undefined,
    state: state || undefined,
    search: search.trim().slice(0, searchAtMost) || undefined,
  }
  return usePages(['embeds', narrowed], (cursor) =>
    api.embeds.list({ query: { ...narrowed, cursor } }),
  )
}

/** One session, which a link may lead to though it is in no list that is in view. */
export function useSession(id: string, known: OpenedSession | undefined) {
  const { api } = useModule()
  return useQuery({
    queryKey: ['embeds', 'one', id],
    queryFn: () => api.embeds.show({ params: { id } }),
    ...(known && { initialData: known }),
    // When it was seen last is no event: the list may be older than that.
    refetchOnMount: 'always',
  })
}

/** The apps to choose from; whose pages they are is told beside each session in any case. */
export function useAppChoice() {
  const { api, can, environment, project } = useModule()
  const query = { environment, projectId: project?.id, limit: 200 }
  const apps = useQuery({
    queryKey: ['apps', 'choice', query],
    queryFn: async () => (await api.apps.list({ query })).data,
    enabled: can('apps:read'),
  })
  return apps.data ?? []
}

/** What is ended: one session, all of its user, or all of its app. */
export type Whose = 'one' | 'user' | 'app'

/** Ends sessions for good, and says how many were live. */
export function useRevoking() {
  const { api } = useModule()
  return useWrite({
    areas: ['embeds'],
    write: async ({ whose, session }: Revoking) => {
      const { id, app, user } = session
      if (whose === 'one') {
        await api.embeds.revokeSession({ params: { id } })
        return 1
      }
      // Without a reference it would be everybody's.
      if (whose === 'user' && !user) return 0
      const userRef = whose === 'user' ? user?.ref : undefined
      const { revoked } = await api.embeds.revokeMany({ body: { appId: app.id, userRef } })
      return revoked
    },
  })
}

export interface Revoking {
  readonly whose: Whose
  readonly session: OpenedSession
}
