import type { KeyAdvice } from '@sonaqor/contract/key-advice'
import type { Key } from '@sonaqor/contract/keys'
import { useModule, useQuery } from '@sonaqor/module'
import { useEffect, useEffectEvent } from 'react'
import { ofKey } from '../../key/of-key.ts'

/**
 * Which of its scopes a key uses, and which it can do without: read anew with each later moment that its use
 * is told of, so that both agree.
 */
export function useAdvice({ id, state }: Key, isHere: boolean, asOf: string | undefined) {
  const { api } = useModule()
  const isTold = isHere && state === 'active'
  const reading = useQuery<KeyAdvice>({
    queryKey: [...ofKey(id), 'advice'],
    queryFn: () => api.keys.advice({ params: { id } }),
    // Of a key that is over there is nothing to narrow.
    enabled: isTold,
    refetchOnMount: 'always',
  })
  // What was read stays until then, also where it cannot be read again: a question may stand upon it.
  const readAgain = useEffectEvent(() => {
    if (isTold) void reading.refetch()
  })
  useEffect(() => {
    if (asOf) readAgain()
  }, [asOf])
  return reading
}
