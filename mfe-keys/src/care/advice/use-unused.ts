import type { KeysAdvised } from '@sonaqor/contract/key-advice'
import { useModule, useQuery } from '@sonaqor/module'

export type Unused = KeysAdvised['keys'][number]

const byKey = ({ keys }: KeysAdvised): ReadonlyMap<string, Unused> =>
  new Map(keys.map((one) => [one.keyId, one]))

/** Which keys in view hold scopes to no use. The list does without it where it cannot be read. */
export function useUnused(appId: string | undefined) {
  const { api, environment, project } = useModule()
  const query = { environment, projectId: project?.id, appId }
  const { data } = useQuery({
    queryKey: ['keys', 'advised', query],
    queryFn: () => api.keys.advised({ query }),
    select: byKey,
  })
  return data
}
