import type { Key } from '@sonaqor/contract/keys'
import { Badge } from '@sonaqor/ui'

/** Whether the key opens anything. */
export function StateBadge({ of: state }: { readonly of: Key['state'] }) {
  if (state === 'expired') return <Badge icon="clock">Expired</Badge>
  return state === 'revoked' ? (
    <Badge tone="danger" icon="block">
      Revoked
    </Badge>
  ) : (
    <Badge tone="success" icon="check">
      Active
    </Badge>
  )
}

/** What of a key may be shown to tell it from others. */
export function KeyHint({ of: key }: { readonly of: Pick<Key, 'prefix' | 'lastFour'> }) {
  return (
    <code>
      {key.prefix}…{key.lastFour}
    </code>
  )
}
