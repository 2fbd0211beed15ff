import type { Key } from '@sonaqor/contract/keys'
import { useModule, useMutation } from '@sonaqor/module'
import { useReadAgain } from './use-keys.ts'

/** Ends a key for good. */
export function useRevoking() {
  const { api } = useModule()
  const readAgain = useReadAgain()
  return useMutation({
    mutationFn: (key: Key) => api.keys.revoke({ params: { id: key.id } }),
    onSuccess: readAgain,
  })
}
