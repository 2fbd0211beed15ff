import type { Key } from '@sonaqor/contract/keys'
import { Banner, Button, Dialog, Refusal, RelativeTime } from '@sonaqor/ui'
import { KeyHint } from './key-badges.tsx'
import { useRevoking } from './use-revoking.ts'

export interface RevokeKeyDialogProps {
  readonly keyToRevoke: Key
  readonly onRevoked: (key: Key) => void
  readonly onClose: () => void
}

/** Says exactly what will happen, and whether anybody would notice it at once. */
export default function RevokeKeyDialog({
  keyToRevoke: key,
  onRevoked,
  onClose,
}: RevokeKeyDialogProps) {
  const revoke = useRevoking()
  return (
    <Dialog
      title={`Revoke “${key.label}”?`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Keep key</Button>
          <Button
            look="danger"
            busy={revoke.isPending}
            onClick={() => revoke.mutate(key, { onSuccess: onRevoked })}
          >
            Revoke key
          </Button>
        </>
      }
    >
      <p>
        Requests with <KeyHint of={key} /> are refused from the very next one on. Whatever still
        uses the key stops working.
      </p>
      <p>
        A revoked key cannot be brought back. It stays in this list, and the requests made with it
        stay in the logs.
      </p>
      {key.lastUsedAt && (
        <Banner tone="warning" title="This key has been in use">
          Its last request came <RelativeTime at={key.lastUsedAt} />.
        </Banner>
      )}
      <Refusal error={revoke.error} />
    </Dialog>
  )
}
