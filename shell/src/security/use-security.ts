import type { SsoConnection, SsoSettings } from '@sonaqor/contract/sso'
import { useLive, useModule, useQuery, useReadAgain, useWrite } from '@sonaqor/module'

/** What is looked at by a job is asked for again, lest the word of its end be lost. */
const lookMs = 3000

/** Whether everybody has to show a second factor. */
export function usePolicy() {
  const { api } = useModule()
  const readAgain = useReadAgain('security')
  useLive('security', () => void readAgain())
  return useQuery({ queryKey: ['security'], queryFn: () => api.security.show() })
}

export function useRequireFactor() {
  const { api } = useModule()
  return useWrite({
    areas: ['security'],
    isUntilRead: true,
    write: (asked: { readonly secondFactorRequired: boolean; readonly revision: number }) =>
      api.security.update({
        body: { secondFactorRequired: asked.secondFactorRequired },
        ifMatch: asked.revision,
      }),
  })
}

/** How single sign-on is set up. */
export function useSso() {
  const { api } = useModule()
  const readAgain = useReadAgain('sso')
  useLive('sso', () => void readAgain())
  return useQuery({
    queryKey: ['sso'],
    queryFn: () => api.sso.show(),
    refetchInterval: ({ state }) => (isLookedAt(state.data) ? lookMs : false),
  })
}

const isLookedAt = (settings: SsoSettings | undefined) =>
  settings?.connection?.check.state === 'running' ||
  settings?.domains.some(({ state }) => state === 'checking')

export type Rules = Omit<SsoConnection, 'enabled' | 'required' | 'check'>

export interface Configuration extends Rules {
  readonly clientSecret: string
  readonly revision: number
}

/** The wizard waits for it, and says itself what went wrong. */
export function useConfigure() {
  const { api } = useModule()
  const readAgain = useReadAgain('sso')
  return async ({ revision, clientSecret, roleMap, ...rules }: Configuration) => {
    await api.sso.configure({
      body: {
        ...rules,
        roleMap: [...roleMap],
        ...(clientSecret === '' ? {} : { clientSecret }),
      },
      ifMatch: revision,
    })
    await readAgain()
  }
}

interface Switched {
  readonly enabled: boolean
  readonly required: boolean
  readonly revision: number
}

export function useSwitch() {
  const { api } = useModule()
  return useWrite({
    ...inPlace,
    write: ({ revision, ...body }: Switched) => api.sso.switch({ body, ifMatch: revision }),
  })
}

/** Acts that say nothing but that they are to be done. */
export function useSsoActs() {
  const { api } = useModule()
  return {
    test: useWrite({ ...inPlace, write: () => api.sso.check() }),
    remove: useWrite({ ...inPlace, write: () => api.sso.remove() }),
    addDomain: useWrite({
      ...inPlace,
      write: (domain: string) => api.sso.claimDomain({ body: { domain } }),
    }),
    checkDomain: useWrite({
      ...inPlace,
      write: (id: string) => api.sso.checkDomain({ params: { id } }),
    }),
    releaseDomain: useWrite({
      ...inPlace,
      write: (id: string) => api.sso.releaseDomain({ params: { id } }),
    }),
  }
}

/** What is switched stays as it was asked for until the settings were read again. */
const inPlace = { areas: ['sso'], isUntilRead: true } as const
