import type { Key } from '@sonaqor/contract/keys'
import { leadsTo, useModule, useReadAgain } from '@sonaqor/module'
import { useText, useToast } from '@sonaqor/ui'
import { useState } from 'react'
import * as texts from '../texts/en.ts'
import type { BoundField, KeyAct, KeyActs } from './key-acts.tsx'

interface Editing {
  readonly key: Key
  readonly at?: BoundField | undefined
}

/** What can be done with a key here, what stands before one is revoked, and the form in which one is changed. */
export function useKeyActs(openKey: (id: string | undefined) => void) {
  const say = useText()
  const show = useToast()
  const host = useModule()
  const { can, navigate, leaveFor, open, views } = host
  const readAgain = useReadAgain('keys')
  const [revoking, setRevoking] = useState<Key>()
  const [editing, setEditing] = useState<Editing>()

  // Of a range that is looked at, in that range: what is counted here is counted there.
  const showRequests = ({ id: keyId }: Key, range?: string) =>
    navigate('logs.list', { keyId, ...(range && { range }) })
  // In production a person answers for it, by a second factor that a partner's page cannot ask for.
  const isDoneElsewhere = (key: Key) => Boolean(leaveFor) && key.environment === 'production'
  const doElsewhere = async (act: KeyAct, key: Key) => {
    const back = leaveFor?.('keys.list', { key: key.id, act })
    // What is said of the window stands behind a drawer that is open.
    openKey(undefined)
    await back
    await readAgain()
  }
  const rotate = async ({ id: keyId }: Key) => {
    const { done } = await open('keys.rotate', { keyId })
    if (done) await readAgain()
  }
  const doing = (act: KeyAct, here: (key: Key) => unknown) =>
    can('keys:write')
      ? (key: Key) => void (isDoneElsewhere(key) ? doElsewhere(act, key) : here(key))
      : undefined
  const acts: Omit<KeyActs, 'hasRequests'> = {
    onOpen: (key) => openKey(key.id),
    doing,
    onRevoke: doing('revoke', setRevoking),
    onRotate: views?.includes('keys.rotate') === false ? undefined : doing('rotate', rotate),
    onEdit: can('keys:write')
      ? (key, at) => doing('edit', () => setEditing({ key, at }))?.(key)
      : undefined,
    isDoneElsewhere,
    onShowRequests: can('logs:read') && leadsTo(host, 'logs.list') ? showRequests : undefined,
  }
  const closeQuestions = () => {
    setRevoking(undefined)
    setEditing(undefined)
  }
  const revoked = ({ label }: Key) => {
    closeQuestions()
    show({
      tone: 'success',
      title: say(texts.wasRevoked, { label }),
      detail: say(texts.nextIsRefused),
    })
  }
  return { acts, revoking, editing, closeQuestions, revoked }
}
