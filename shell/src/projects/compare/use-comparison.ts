import type { App, AppComparison, ChangedApp, SettingName } from '@sonaqor/contract/apps'
import { keepPreviousData, useModule, useQuery, useWrite } from '@sonaqor/module'
import { useVerdict } from '../app/use-app.ts'

/** As many as one page of the API holds; a project with more has them compared from their pages. */
const limit = 200

/** The apps of a project, to choose two of them. */
export function useComparable(projectId: string) {
  const { api } = useModule()
  return useQuery<readonly App[]>({
    queryKey: ['apps', 'comparable', projectId],
    queryFn: async () => (await api.apps.list({ query: { projectId, limit } })).data,
  })
}

/** Two apps of one project, one in each environment: whose settings are taken, and where they go. */
export interface Pair {
  readonly from: string
  readonly into: string
}

/** What differs between the two, asked for while there are two. */
export function useComparison(pair: Pair | undefined) {
  const { api } = useModule()
  const { from = '', into = '' } = pair ?? {}
  return useQuery<AppComparison>({
    queryKey: ['apps', 'compared', from, into],
    queryFn: () => api.apps.compare({ query: { a: from, b: into } }),
    enabled: pair !== undefined,
    placeholderData: keepPreviousData,
  })
}

interface Promoting {
  readonly compared: AppComparison
  readonly fields: readonly SettingName[]
  /** It is meant, though one's own address is shut out by it. */
  readonly confirm: boolean
}

/** Takes over settings as they were compared: if either app is another by now, nothing happens. */
export function usePromoting() {
  const { api } = useModule()
  return useWrite({
    areas: ['apps'],
    write: ({ compared: { a, b }, fields, confirm }: Promoting): Promise<ChangedApp> =>
      api.apps.promote({
        params: { id: b.id },
        body: {
          from: a.id,
          fields: [...fields],
          revision: a.revision,
          ...(confirm && { confirm }),
        },
        ifMatch: b.revision,
      }),
  })
}

/**
 * One's own address, where the list that is to be taken over would shut it out: by the rule that keys are
 * held to, asked before, or by the answer of the API, which refuses it until it is meant.
 */
export function useShutOut(
  source: App | undefined,
  fields: readonly SettingName[],
  wasRefused: boolean,
): string | undefined {
  const isAsked = source !== undefined && fields.includes('ipAllowlist')
  const { data: verdict } = useVerdict(source?.id ?? '', '', isAsked)
  if (!isAsked || !verdict) return undefined
  return wasRefused || !verdict.passes ? verdict.ip : undefined
}

/** Puts back what a promotion has changed, unless somebody has changed the app since. */
export function useTakingBack() {
  const { api } = useModule()
  return useWrite({
    areas: ['apps'],
    write: ({ before, after }: { readonly before: App; readonly after: ChangedApp }) => {
      const { name, origins, ipAllowlist } = before
      return api.apps.update({
        params: { id: after.id },
        body: { name, origins, ipAllowlist },
        ifMatch: after.revision,
      })
    },
  })
}

/** The other app of the same name first, as most pairs are meant; any of the other environment else. */
export function partnerOf(app: App, apps: readonly App[]): App | undefined {
  const others = apps.filter(({ environment }) => environment !== app.environment)
  return others.find(({ name }) => name === app.name) ?? others[0]
}

/** What is compared first: from the sandbox into production, for there things are tried out. */
export function firstPair(apps: readonly App[], startWith: string | undefined): Pair | undefined {
  const started = apps.find(({ id }) => id === startWith)
  const sandboxes = apps.filter(({ environment }) => environment === 'sandbox')
  for (const app of started ? [started] : sandboxes) {
    const partner = partnerOf(app, apps)
    if (!partner) continue
    return app.environment === 'sandbox'
      ? { from: app.id, into: partner.id }
      : { from: partner.id, into: app.id }
  }
  return undefined
}
