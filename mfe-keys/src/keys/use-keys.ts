import type { Key } from '@sonaqor/contract/keys'
import { useLive, useModule, usePages, useQueryClient } from '@sonaqor/module'

export type KeyFilter = Key['state'] | 'all'

/** The keys that are in view, page by page; they follow what happens to them elsewhere. */
export function useKeys(filter: KeyFilter) {
  const { api, app, environment } = useModule()
  const readAgain = useReadAgain()
  const narrowed = {
    environment,
    appId: app?.id,
    state: filter === 'all' ? undefined : filter,
  }
  useLive('keys', () => void readAgain())

  return usePages(['keys', narrowed], (cursor) => api.keys.list({ query: { ...narrowed, cursor } }))
}

/** Opens the view that issues a key, which alone may show its secret. */
export function useIssueKey(): () => Promise<void> {
  const { app, open } = useModule()
  const readAgain = useReadAgain()
  return async () => {
    const { done } = await open('keys.issue', app && { appId: app.id })
    if (done) await readAgain()
  }
}

/** Asks again for every list of keys. */
export function useReadAgain() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['keys'] })
}
