import type { Key } from '@sonaqor/contract/keys'
import { Badge, RelativeTime } from '@sonaqor/ui'

/** Sandbox has a tint of its own everywhere, so that nobody takes it for production. */
export function EnvironmentBadge({ of }: { readonly of: Key['environment'] }) {
  return of === 'sandbox' ? (
    <Badge tone="warning" icon="flask">
      Sandbox
    </Badge>
  ) : (
    <Badge tone="info">Production</Badge>
  )
}

/** Whether the key opens anything, and until when. */
export function StateBadge({ of: key }: { readonly of: Key }) {
  if (key.state === 'revoked') {
    return (
      <Badge tone="danger" icon="block">
        Revoked
      </Badge>
    )
  }
  if (key.state === 'expired') return <Badge icon="clock">Expired</Badge>
  return (
    <>
      <Badge tone="success" icon="check">
        Active
      </Badge>
      {key.expiresAt && (
        <div className="sq-keys-aside">
          expires <RelativeTime at={key.expiresAt} />
        </div>
      )}
    </>
  )
}

/** What of a key may be shown to tell it from others. */
export function KeyHint({ of: key }: { readonly of: Pick<Key, 'prefix' | 'lastFour'> }) {
  return (
    <code className="sq-keys-hint">
      {key.prefix}…{key.lastFour}
    </code>
  )
}
