import type { App } from '@sonaqor/contract/apps'
import type { Key } from '@sonaqor/contract/keys'
import { pageMax } from '@sonaqor/contract/page-bounds'
import { useModule, useQuery } from '@sonaqor/module'
import type { Names } from './entry/log-facts.tsx'

const noApps: readonly App[] = []
const noKeys: readonly Key[] = []

/** The apps and keys that requests can come from, for their names and to choose from. */
export function useNames(chosenKey: string | undefined) {
  const { api, app, can, environment, project } = useModule()
  // As many as one page of the API holds; a select with more is no choice any more.
  const narrowed = { environment, projectId: project?.id, limit: pageMax }
  const apps = useQuery({
    queryKey: ['apps', narrowed],
    queryFn: async () => (await api.apps.list({ query: narrowed })).data,
    // Within one app there is nothing to choose; without the right ids stay without names.
    enabled: !app && can('apps:read'),
    staleTime: namesStandMs,
  })
  const keys = useQuery({
    queryKey: ['keys', narrowed, app?.id],
    queryFn: async () => (await api.keys.list({ query: { ...narrowed, appId: app?.id } })).data,
    enabled: can('keys:read'),
    staleTime: namesStandMs,
  })
  const listed = keys.data ?? noKeys
  const isMissing = keys.isSuccess && listed.every(({ id }) => id !== chosenKey)
  const missing = useQuery({
    queryKey: ['keys', 'one', chosenKey],
    queryFn: () => api.keys.show({ params: { id: chosenKey ?? '' } }),
    enabled: chosenKey !== undefined && isMissing,
    staleTime: namesStandMs,
  })
  return {
    apps: apps.data ?? noApps,
    keys: missing.data ? [missing.data, ...listed] : listed,
  }
}

const namesStandMs = 60_000

type Known = Pick<Key, 'prefix' | 'lastFour' | 'oldSecret'> | undefined

/**
 * What of a secret may be shown, written as in the list of keys. A request tells how its secret begins
 * alone, and a key's secrets have ends of their own: of one that is gone none is known.
 */
export function hintOf(prefix: string, known: Known): string {
  const secrets = known ? [known, known.oldSecret] : []
  const lastFour = secrets.find((secret) => secret?.prefix === prefix)?.lastFour
  return `${prefix}…${lastFour ?? ''}`
}

/** A key as it is told from others: by its label, and by its hint where two are called the same. */
export const nameOfKey = (key: Key, aside = '') =>
  `${key.label} (${hintOf(key.prefix, key)}${aside && `, ${aside}`})`

const ids = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi

/** A query as people read it: keys and apps by what they are called, as far as that may be known here. */
export function withNames(query: string, { apps, keys }: Names): string {
  return query.replaceAll(ids, (id) => {
    const named = id.toLowerCase()
    const key = keys.find((one) => one.id === named)
    return key?.label ?? apps.find((one) => one.id === named)?.name ?? id
  })
}
