import type { Key } from '@sonaqor/contract/keys'
import { useLive, useModule, useQuery, useReadAgain } from '@sonaqor/module'

/** As many as one answer holds. */
const limit = 200

/** The apps of the environment and project that are looked at. */
export function useApps() {
  const { api, environment, project } = useModule()
  const query = { environment, projectId: project?.id, limit }
  const readAgain = useReadAgain('apps')
  useLive('apps', () => void readAgain())
  return useQuery({
    queryKey: ['apps', 'choice', query],
    queryFn: async () => (await api.apps.list({ query })).data,
  })
}

/** The keys of an app by which its partner's server may open sessions. */
export function useOpeningKeys(appId: string) {
  const { api, can } = useModule()
  const readAgain = useReadAgain('keys')
  useLive('keys', () => void readAgain())
  const query = { appId, state: 'active', limit } as const
  return useQuery({
    queryKey: ['keys', 'opening', appId],
    queryFn: async () => (await api.keys.list({ query })).data.filter(opensSessions),
    enabled: can('keys:read'),
  })
}

const opensSessions = ({ scopes }: Key) => scopes.includes('embeds:create')

/** How many pages of an app are open now, as far as one answer tells. */
export function useLiveSessions(appId: string) {
  const { api } = useModule()
  const readAgain = useReadAgain('embeds')
  useLive('embeds', () => void readAgain())
  return useQuery({
    queryKey: ['embeds', 'live', appId],
    queryFn: async () => {
      const { data, page } = await api.embeds.list({ query: { appId, state: 'live', limit } })
      return { count: data.length, hasMore: page.next !== null }
    },
  })
}

const everyMinute = 60_000

/** Where pages of an app were refused. A refusal is no event, so they are asked for again. */
export function useRefusals(appId: string) {
  const { api } = useModule()
  return useQuery({
    queryKey: ['embeds', 'refusals', appId],
    queryFn: async () => (await api.embeds.refusals({ query: { appId, limit } })).data,
    refetchInterval: everyMinute,
  })
}

/** Which release of each module a page would get now. */
export function useReleases() {
  const { api } = useModule()
  return useQuery({
    queryKey: ['registry'],
    queryFn: async () => (await api.registry.show()).modules.map(({ manifest }) => manifest),
  })
}
