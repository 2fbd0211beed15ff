import type { Key } from '@sonaqor/contract/keys'
import { useModule } from '@sonaqor/module'
import { useText, useToast } from '@sonaqor/ui'
import { useState } from 'react'
import * as texts from '../texts/en.ts'
import type { KeyActs } from './key-acts.tsx'

/** What can be done with a key here, and the question that stands before one is revoked. */
export function useKeyActs(open: (id: string) => void) {
  const say = useText()
  const show = useToast()
  const { can, kind, navigate } = useModule()
  const [revoking, setRevoking] = useState<Key>()

  const showRequests = (key: Key) => navigate('logs.list', { keyId: key.id })
  const acts: KeyActs = {
    onOpen: (key) => open(key.id),
    onRevoke: can('keys:write') ? setRevoking : undefined,
    onShowRequests: kind === 'shell' && can('logs:read') ? showRequests : undefined,
  }
  const keep = () => setRevoking(undefined)
  const revoked = ({ label }: Key) => {
    keep()
    show({
      tone: 'success',
      title: say(texts.wasRevoked, { label }),
      detail: say(texts.nextIsRefused),
    })
  }
  return { acts, revoking, keep, revoked }
}
