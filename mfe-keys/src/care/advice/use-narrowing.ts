import type { KeyChange } from '@sonaqor/contract/key-bounds'
import type { Key } from '@sonaqor/contract/keys'
import { useModule, useQueryClient, useWrite } from '@sonaqor/module'
import { ofKey } from '../../key/of-key.ts'

interface Narrowing {
  readonly key: Key
  readonly keep: readonly string[]
}

/** Leaves a key the scopes that it uses. */
export function useNarrowing(onNarrowed: (key: Key) => void) {
  const { api } = useModule()
  const queries = useQueryClient()
  return useWrite({
    areas: ['keys'],
    write: ({ key: { id, revision }, keep }: Narrowing) =>
      api.keys.update({
        params: { id },
        body: { scopes: keep as NonNullable<KeyChange['scopes']> },
        ifMatch: revision,
      }),
    // Its question goes with the advice, so that nobody else would say what has happened.
    onSuccess: (key) => {
      onNarrowed(key)
      queries.setQueryData(ofKey(key.id), key)
    },
  })
}
