import type { KeyHistory } from '@sonaqor/contract/key-history'
import { useModule, useQuery } from '@sonaqor/module'
import { ofKey } from '../../key/of-key.ts'

export type KeyEvent = KeyHistory['events'][number]

/** What became of a key; whatever happens to it from now on reads it again. */
export function useHistory(id: string) {
  const { api } = useModule()
  return useQuery({
    queryKey: [...ofKey(id), 'history'],
    queryFn: () => api.keys.history({ params: { id } }),
    refetchOnMount: 'always',
  })
}
