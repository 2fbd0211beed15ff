import type { Key } from '@sonaqor/contract/keys'
import { useModule, useQueryClient, useWrite } from '@sonaqor/module'
import { ofKey } from '../key/of-key.ts'

/** Ends a key for good. */
export function useRevoking() {
  const { api } = useModule()
  const queries = useQueryClient()
  return useWrite({
    areas: ['keys'],
    isUntilRead: true,
    write: (key: Key) => api.keys.revoke({ params: { id: key.id } }),
    onSuccess: (revoked) => queries.setQueryData(ofKey(revoked.id), revoked),
  })
}
