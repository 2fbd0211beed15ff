import type { Key } from '@sonaqor/contract/keys'
import { useModule, useMutation, useQueryClient } from '@sonaqor/module'
import { ofKey } from './of-key.ts'
import { useReadAgain } from './use-keys.ts'

/** Ends a key for good. */
export function useRevoking() {
  const { api } = useModule()
  const queries = useQueryClient()
  const readAgain = useReadAgain()
  return useMutation({
    mutationFn: (key: Key) => api.keys.revoke({ params: { id: key.id } }),
    onSuccess: (revoked) => {
      queries.setQueryData(ofKey(revoked.id), revoked)
      return readAgain()
    },
  })
}
