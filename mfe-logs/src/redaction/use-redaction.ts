import type { RedactionTrial, TriedRedaction } from '@sonaqor/contract/log-redaction'
import { useModule, useMutation, useQuery } from '@sonaqor/module'
import { useState } from 'react'

export type Sample = RedactionTrial['sample']

export interface Tried {
  readonly sample: Sample
  readonly kept: TriedRedaction
}

/** Asks what the log would keep. Nothing is written by it, and nothing is kept of what was asked. */
export function useTrial() {
  const { api } = useModule()
  const [{ tried, turn }, become] = useState<{ tried?: Tried; turn: number }>({ turn: 0 })
  const { mutate, error, isPending } = useMutation({
    mutationFn: async (sample: Sample): Promise<Tried> => ({
      sample,
      kept: await api.logs.tryRedaction({ body: { sample } }),
    }),
    onSuccess: (next) => become({ tried: next, turn: turn + 1 }),
  })
  return { tried, turn, trial: mutate, error, isPending }
}

export function useRules() {
  const { api } = useModule()
  return useQuery({ queryKey: ['logs', 'redaction'], queryFn: () => api.logs.redactionRules({}) })
}

const offered = 8

/** The newest requests of the log, to begin with one of them. */
export function useLogged() {
  const { api, environment } = useModule()
  const query = { limit: offered, environment, without: 'embed-sessions' } as const
  return useQuery({
    queryKey: ['logs', 'to-try', environment],
    queryFn: () => api.logs.search({ query }),
  })
}

export function useTaking() {
  const { api } = useModule()
  return useMutation({ mutationFn: (id: string) => api.logs.show({ params: { id } }) })
}
