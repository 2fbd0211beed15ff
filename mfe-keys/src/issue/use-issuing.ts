import type { NewKey } from '@sonaqor/contract/keys'
import { useModule, useMutation } from '@sonaqor/module'
import { useIdempotencyKey } from './use-idempotency-key.ts'

/** A write that answers with a secret. The answer lives in this view alone, and as long. */
export function useIssuing() {
  const { api } = useModule()
  const keyFor = useIdempotencyKey()
  const issue = useMutation({
    mutationFn: (body: NewKey) => api.keys.issue({ body, idempotencyKey: keyFor(body) }),
  })
  return {
    issue: issue.mutate,
    issued: issue.data,
    busy: issue.isPending,
    error: issue.error,
  }
}
