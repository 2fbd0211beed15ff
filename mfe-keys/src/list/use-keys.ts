import type { Key, KeyOrder } from '@sonaqor/contract/keys'
import { useLive, useModule, usePages, useQuery, useReadAgain } from '@sonaqor/module'
import { useEffect, useEffectEvent } from 'react'
import { isLater } from '../usage/use-uses.ts'
import type { KeysFilter } from './keys-filter.ts'
import { ofKey } from '../key/of-key.ts'
import { whileRotatingMs } from '../rotate/rotation-of.ts'

/** The keys that are in view, page by page; they follow what happens to them elsewhere. */
export function useKeys({ state, appId, search }: KeysFilter, order: KeyOrder) {
  const { api, app, environment, project } = useModule()
  const readAgain = useReadAgain('keys')
  const narrowed = {
    environment,
    projectId: project?.id,
    appId: app?.id ?? (appId || undefined),
    state: state || undefined,
    search: search.trim().slice(0, searchAtMost) || undefined,
    order,
  }
  useLive('keys', () => void readAgain())

  return usePages(['keys', narrowed], (cursor) => api.keys.list({ query: { ...narrowed, cursor } }))
}

/** What the API takes. */
const searchAtMost = 80

/** One key, which need not be among those in view. `known` is what the list says of it. */
export function useKey(id: string, known: Key | undefined) {
  const { api } = useModule()
  const reading = useQuery({
    queryKey: ofKey(id),
    queryFn: () => api.keys.show({ params: { id } }),
    // When it was used last is no event: the list may be older than that, so it is read once more.
    ...(known && { initialData: known }),
    refetchOnMount: 'always',
    // Whatever else happens to a key reads it again.
    staleTime: Infinity,
    refetchInterval: ({ state }) => (state.data?.oldSecret ? whileRotatingMs : false),
    gcTime: 0,
  })
  const usedAt = known?.lastUsedAt
  const { data, refetch } = reading
  const follow = useEffectEvent((at: typeof usedAt) => {
    if (at && data && isLater(at, data.lastUsedAt)) void refetch()
  })
  // The list hears of a later use: what is told beside it does not lag behind.
  useEffect(() => follow(usedAt), [usedAt])
  return reading
}

/** Opens the view that issues a key, which alone may show its secret. */
export function useIssueKey(chosenApp: string): () => Promise<void> {
  const { app, open } = useModule()
  const appId = app?.id ?? chosenApp
  const readAgain = useReadAgain('keys')
  return async () => {
    const { done } = await open('keys.issue', appId ? { appId } : undefined)
    if (done) await readAgain()
  }
}
