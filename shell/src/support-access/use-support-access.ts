import type { Environment, Scope } from '@sonaqor/contract/access'
import type { SupportAccess } from '@sonaqor/contract/support-access'
import { useLive, useModule, usePages, useQuery, useReadAgain, useWrite } from '@sonaqor/module'

/** What is asked for or running: few, and all of them in view. */
export function useOpenAccesses() {
  const { api } = useModule()
  const readAgain = useReadAgain('support-access')
  useLive('supportAccess', () => void readAgain())
  return useQuery({
    queryKey: ['support-access', 'open'],
    queryFn: () => api.supportAccess.list({ query: { open: 'true', limit: 200 } }),
    select: ({ data }) => data,
    // What runs out does so without an event.
    refetchInterval: 30_000,
  })
}

export function usePastAccesses() {
  const { api } = useModule()
  return usePages(['support-access', 'past'], (cursor) =>
    api.supportAccess.list({ query: { open: 'false', cursor } }),
  )
}

/** What was read in one look. */
export function useReads(id: string) {
  const { api } = useModule()
  return usePages(['support-access', 'reads', id], (cursor) =>
    api.supportAccess.reads({ params: { id }, query: { cursor } }),
  )
}

/** What a tenant gives: for how long, what, and where. */
export interface Given {
  readonly minutes: number
  readonly scopes: readonly Scope[]
  readonly environments: readonly Environment[]
}

type Of = Pick<SupportAccess, 'id' | 'revision'>

export function useAllow() {
  const { api } = useModule()
  return useAccessWrite(({ of, given }: { readonly of: Of; readonly given: Given }) =>
    api.supportAccess.approve({ ...seen(of), body: bodyOf(given) }),
  )
}

export function useDeny() {
  const { api } = useModule()
  return useAccessWrite((of: Of) => api.supportAccess.deny(seen(of)))
}

export function useEnd() {
  const { api } = useModule()
  return useAccessWrite((of: Of) => api.supportAccess.end(seen(of)))
}

export function useOpenOneself() {
  const { api } = useModule()
  return useAccessWrite(({ reason, ...given }: Given & { readonly reason: string }) =>
    api.supportAccess.open({ body: { reason, ...bodyOf(given) } }),
  )
}

const seen = ({ id, revision }: Of) => ({ params: { id }, ifMatch: revision })

const bodyOf = ({ minutes, scopes, environments }: Given) => ({
  minutes,
  scopes: [...scopes],
  environments: [...environments],
})

const useAccessWrite = <Input>(write: (input: Input) => Promise<SupportAccess>) =>
  useWrite({ areas: ['support-access'], write, isUntilRead: true })
