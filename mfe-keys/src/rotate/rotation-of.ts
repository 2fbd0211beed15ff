import type { Key } from '@sonaqor/contract/keys'
import type { ModuleContext } from '@sonaqor/module'
import { ofKey } from '../key/of-key.ts'

/** While a key rotates, what is told of it is read on and on: requests are counted a second behind, and are no events. */
export const whileRotatingMs = 10_000

/** Until a use of a secret is told: it is gathered and written within a few seconds, and then read. */
export const usesAppearWithinMs = whileRotatingMs + 5000

/** How the rotation of a key is read, once for all that is told of the same moment. */
export const rotationOf = ({ id }: Pick<Key, 'id'>, { keys }: ModuleContext['api']) => ({
  queryKey: [...ofKey(id), 'rotation'],
  queryFn: () => keys.rotation({ params: { id } }),
})
