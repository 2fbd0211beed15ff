import type { Key } from '@sonaqor/contract/keys'
import { useModule, useQuery } from '@sonaqor/module'
import { Fact, useText } from '@sonaqor/ui'
import * as texts from '../texts/en.ts'

interface AppFactProps {
  readonly of: Key
  /** As the apps that are in view call it; that of a key of the other environment is none of them. */
  readonly known: string | undefined
}

/** Which app a key belongs to. */
export function AppFact({ of: { appId }, known }: AppFactProps) {
  const say = useText()
  const { api, can } = useModule()
  const { data } = useQuery({
    queryKey: ['apps', 'one', appId],
    queryFn: () => api.apps.show({ params: { id: appId } }),
    enabled: !known && can('apps:read'),
  })
  const name = known ?? data?.name
  return name && <Fact name={say(texts.app)}>{name}</Fact>
}
