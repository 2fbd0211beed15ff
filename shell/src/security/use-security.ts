import type { SsoConnection, SsoSettings } from '@sonaqor/contract/sso'
import { useLive, useModule, useMutation, useQuery, useQueryClient } from '@sonaqor/module'

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
  const readAgain = useReadAgain('security')
  return useMutation({
    mutationFn: (asked: { readonly secondFactorRequired: boolean; readonly revision: number }) =>
      api.security.update({
        body: { secondFactorRequired: asked.secondFactorRequired },
        ifMatch: asked.revision,
      }),
    onSuccess: readAgain,
    onError: readAgain,
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
  const readAgain = useReadAgain('sso')
  return useMutation({
    mutationFn: ({ revision, ...body }: Switched) => api.sso.switch({ body, ifMatch: revision }),
    onSuccess: readAgain,
    onError: readAgain,
  })
}

/** Acts that say nothing but that they are to be done. */
export function useSsoActs() {
  const { api } = useModule()
  const readAgain = useReadAgain('sso')
  const done = { onSuccess: readAgain, onError: readAgain }
  return {
    test: useMutation({ mutationFn: () => api.sso.check(), ...done }),
    remove: useMutation({
      mutationFn: () => api.sso.remove(),
      ...done,
    }),
    addDomain: useMutation({
      mutationFn: (domain: string) => api.sso.claimDomain({ body: { domain } }),
      ...done,
    }),
    checkDomain: useMutation({
      mutationFn: (id: string) => api.sso.checkDomain({ params: { id } }),
      ...done,
    }),
    releaseDomain: useMutation({
      mutationFn: (id: string) => api.sso.releaseDomain({ params: { id } }),
      ...done,
    }),
  }
}

function useReadAgain(area: 'security' | 'sso') {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: [area] })
}
