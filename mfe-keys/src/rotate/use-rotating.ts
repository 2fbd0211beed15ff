import type { Rotation } from '@sonaqor/contract/key-rotation'
import type { Key } from '@sonaqor/contract/keys'
import { useModule, useMutation, useReadAgain } from '@sonaqor/module'
import { useIdempotencyKey } from '../issue/use-idempotency-key.ts'

/** A write that answers with a secret. The answer lives in this view alone, and as long. */
export function useRotating(key: Pick<Key, 'id' | 'revision'>) {
  const { api } = useModule()
  const readAgain = useReadAgain('keys')
  const keyFor = useIdempotencyKey()
  const rotate = useMutation({
    mutationFn: (body: Rotation) =>
      api.keys.rotate({
        params: { id: key.id },
        body,
        ifMatch: key.revision,
        idempotencyKey: keyFor(body),
      }),
    // A refusal may say that somebody was faster. Where no answer came at all, this press may have
    // been the one: it is sent again as it was, and is answered with the secret that it made.
    onError: (error) => ('problem' in error ? readAgain() : undefined),
  })
  return {
    rotate: rotate.mutate,
    rotated: rotate.data,
    busy: rotate.isPending,
    error: rotate.error,
  }
}
