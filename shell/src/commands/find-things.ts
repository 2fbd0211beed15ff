import { createClient, type Client } from '@sonaqor/contract/client'
import type { Say } from '@sonaqor/ui/texts'
import { environmentNames } from '../frame/where/environment-names.ts'
import type { FrameParts } from '../frame/frame-parts.ts'
import { projectsView } from '../frame/where/project-acts.ts'
import { keysView } from './act-commands.ts'
import type { Command } from './command.ts'

/** Finds what has a name of its own: one goes to it. */
export type FindThings = (query: string) => Promise<readonly Command[]>

type Finding = Pick<FrameParts, 'me' | 'nav' | 'host' | 'preferences' | 'onGo'>

/** Whoever sees more than these types another letter. */
const most = 5
/** What the API takes. */
const mostLetters = 80
const mostApps = 200

/**
 * Finds keys and apps by their names, as far as the scopes allow: keys where one looks, as their list
 * shows them; apps of every project. Keys are looked for by the server, apps are read once.
 */
export function findThings(sources: Finding, say: Say): FindThings | undefined {
  const { host } = sources
  if (!host) return undefined
  const api = createClient(host.request)
  const keys = keysFinder(sources, api)
  const apps = appsFinder(sources, api, say)
  if (!keys && !apps) return undefined
  return async (query) => {
    const sought = query.trim().slice(0, mostLetters)
    return (await Promise.all([keys?.(sought) ?? [], apps?.(sought) ?? []])).flat()
  }
}

function keysFinder(
  { me, nav, preferences, onGo }: Finding,
  api: Pick<Client, 'keys'>,
): FindThings | undefined {
  const page = nav.find(({ view }) => view === keysView)
  if (!page || !me.scopes.includes('keys:read')) return undefined
  const { environment, project } = preferences
  return async (search) => {
    const query = { search, environment, projectId: project?.id, limit: most }
    const { data } = await api.keys.list({ query })
    return data.map(({ id, label, prefix, lastFour }) => ({
      id: `key ${id}`,
      title: label,
      detail: `${prefix}…${lastFour}`,
      group: 'keys',
      icon: 'key',
      run: () => onGo(page.path, { key: id }),
    }))
  }
}

function appsFinder(
  { me, nav, onGo }: Finding,
  api: Pick<Client, 'apps'>,
  say: Say,
): FindThings | undefined {
  const page = nav.find(({ view }) => view === projectsView)
  if (!page || !me.scopes.includes('apps:read')) return undefined
  let all: ReturnType<Client['apps']['list']> | undefined
  return async (search) => {
    all ??= api.apps.list({ query: { limit: mostApps } })
    const { data } = await all.catch((error: unknown) => {
      all = undefined
      throw error
    })
    const sought = search.toLocaleLowerCase()
    return data
      .filter(({ name }) => name.toLocaleLowerCase().includes(sought))
      .slice(0, most)
      .map(({ id, name, environment }) => ({
        id: `app ${id}`,
        title: name,
        detail: say(environmentNames[environment]),
        group: 'apps',
        icon: 'box',
        run: () => onGo(page.path, { app: id }),
      }))
  }
}
