import type { Key } from '@sonaqor/contract/keys'
import { useModule, useReadAgain } from '@sonaqor/module'
import { useText, useToast } from '@sonaqor/ui'
import { useState } from 'react'
import * as texts from '../texts/en.ts'
import type { KeyActs } from './key-acts.tsx'

/** What can be done with a key here, and the question that stands before one is revoked. */
export function useKeyActs(open: (id: string | undefined) => void) {
  const say = useText()
  const show = useToast()
  const { can, kind, navigate, leaveFor } = useModule()
  const readAgain = useReadAgain('keys')
  const [revoking, setRevoking] = useState<Key>()

  const showRequests = (key: Key) => navigate('logs.list', { keyId: key.id })
  // In production a person answers for it, by a second factor that a partner's page cannot ask for.
  const isRevokedElsewhere = (key: Key) => Boolean(leaveFor) && key.environment === 'production'
  const revokeElsewhere = async (key: Key) => {
    const back = leaveFor?.('keys.list', { key: key.id, act: 'revoke' })
    // What is said of the window stands behind a drawer that is open.
    open(undefined)
    await back
    await readAgain()
  }
  const revoke = (key: Key) =>
    isRevokedElsewhere(key) ? void revokeElsewhere(key) : setRevoking(key)
  const acts: KeyActs = {
    onOpen: (key) => open(key.id),
    onRevoke: can('keys:write') ? revoke : undefined,
    isRevokedElsewhere,
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
