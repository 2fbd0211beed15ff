import type { Key } from '@sonaqor/contract/keys'
import type { Text } from '@sonaqor/module/texts'
import { Menu, useText } from '@sonaqor/ui'
import * as texts from '../texts/en.ts'
import { hasRequests, wordOfRevoking, type KeyActs } from './key-acts.tsx'

/** Why a key that is over cannot be revoked. */
const isOver: Readonly<Record<Key['state'], Text | undefined>> = {
  active: undefined,
  expired: texts.alreadyExpired,
  revoked: texts.alreadyRevoked,
}

/** All that can be done with a key. */
export function KeyMenu({ of: key, acts }: { readonly of: Key; readonly acts: KeyActs }) {
  const say = useText()
  const { onOpen, onShowRequests, onRevoke } = acts
  const over = isOver[key.state]
  const looks = [
    { id: 'open', label: say(texts.showDetails), onChoose: () => onOpen(key) },
    onShowRequests && {
      id: 'requests',
      label: say(texts.showRequests),
      disabledBecause: hasRequests(key) ? undefined : say(texts.noRequestsYet),
      onChoose: () => onShowRequests(key),
    },
  ].filter((item) => item !== undefined)
  const end = onRevoke && {
    id: 'revoke',
    icon: 'block' as const,
    label: say(wordOfRevoking(key, acts)),
    danger: true,
    disabledBecause: over && say(over),
    onChoose: () => onRevoke(key),
  }
  return (
    <Menu
      label={say(texts.actionsFor, { label: key.label })}
      icon="more"
      look="quiet"
      size="small"
      groups={[{ id: 'see', items: looks }, ...(end ? [{ id: 'end', items: [end] }] : [])]}
    />
  )
}
