import type { Key } from '@sonaqor/contract/keys'
import { useModule, useQuery, useQueryClient } from '@sonaqor/module'
import { ofKey } from '../key/of-key.ts'
import { whileRotatingMs } from '../rotate/rotation-of.ts'

/** How much is counted of a key, and as of when. */
export interface Pulse {
  readonly asOf: string
  readonly requests: number
  /** Since when it is this much; of what was there at the first look it is not told. */
  readonly changedAt: string | undefined
  readonly mark: string
}

/**
 * Looks on and on at what is counted of a key, refused requests included, while somebody looks at it: none
 * of it is an event. All else that is told of its use is dearer, and read anew when this has changed.
 */
export function usePulse(key: Key | undefined, isHere: boolean): Pulse | undefined {
  // While it rotates, its cockpit is read on and on.
  const isRead = isHere && key?.state === 'active' && !key.oldSecret
  return useQuery({
    ...usePulseOf(key?.id ?? ''),
    enabled: isRead,
    refetchInterval: whileRotatingMs,
  }).data
}

/** What was seen of it last, for whatever stands beside the one who looks. */
export function useLastPulse({ id }: Key): Pulse | undefined {
  return useQuery({ ...usePulseOf(id), enabled: false }).data
}

function usePulseOf(id: string) {
  const { api } = useModule()
  const queries = useQueryClient()
  const queryKey = [...ofKey(id), 'pulse']
  return {
    queryKey,
    queryFn: async (): Promise<Pulse> => {
      const { asOf, keys } = await api.keys.usage({ query: { keyIds: id } })
      const { requests = 0, days, lastUsedAt } = keys.find((one) => one.id === id) ?? {}
      const mark = JSON.stringify([days, lastUsedAt])
      const before = queries.getQueryData<Pulse>(queryKey)
      const changedAt = before && before.mark !== mark ? asOf : before?.changedAt
      return { asOf, requests, mark, changedAt }
    },
    gcTime: 0,
  }
}
