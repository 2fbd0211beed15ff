import type { KeyAdvice } from '@sonaqor/contract/key-advice'
import type { Key } from '@sonaqor/contract/keys'
import { useModule, useQuery } from '@sonaqor/module'
import { ofKey } from '../../key/of-key.ts'

/** Which of its scopes a key uses, and which it can do without. */
export function useAdvice({ id, state }: Key, isHere = true) {
  const { api } = useModule()
  return useQuery<KeyAdvice>({
    queryKey: [...ofKey(id), 'advice'],
    queryFn: () => api.keys.advice({ params: { id } }),
    // Of a key that is over there is nothing to narrow.
    enabled: isHere && state === 'active',
    refetchOnMount: 'always',
  })
}
