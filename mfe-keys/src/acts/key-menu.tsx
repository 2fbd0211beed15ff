import type { Key } from '@sonaqor/contract/keys'
import { useModule } from '@sonaqor/module'
import type { Text } from '@sonaqor/module/texts'
import { Menu, useText } from '@sonaqor/ui'
import * as texts from '../texts/en.ts'
import type { KeyActs } from './key-acts.tsx'
import { lackedFor } from './lacked-scope.ts'
import { wordOfEditing, wordOfRevoking, wordOfRotating } from './words-of-acts.ts'

/** Why a key that is over cannot be revoked. */
const isOver: Readonly<Record<Key['state'], Text | undefined>> = {
  active: undefined,
  expired: texts.alreadyExpired,
  revoked: texts.alreadyRevoked,
}

export interface KeyMenuProps {
  readonly of: Key
  readonly acts: KeyActs
  /** Its details are in view, and what leads to its requests stands beside the menu. */
  readonly isInDrawer?: boolean
}

/** All that can be done with a key. */
export function KeyMenu({ of: key, acts, isInDrawer = false }: KeyMenuProps) {
  const say = useText()
  const { can } = useModule()
  const { onOpen, onShowRequests, hasRequests, onRevoke, onRotate, onEdit, isDoneElsewhere } = acts
  const over = isOver[key.state]
  // In a window of ours somebody signs in who may hold more than this page.
  const lacked = isDoneElsewhere(key) ? undefined : lackedFor(key, can)
  const looks = [
    { id: 'open', label: say(texts.showDetails), onChoose: () => onOpen(key) },
    onShowRequests && {
      id: 'requests',
      label: say(texts.showRequests),
      disabledBecause: hasRequests(key) ? undefined : say(texts.noRequestsYet),
      onChoose: () => onShowRequests(key),
    },
  ].filter((item) => item !== undefined)
  const changes = [
    !over &&
      onEdit && {
        id: 'edit',
        icon: 'edit' as const,
        label: say(wordOfEditing(key, acts)),
        onChoose: () => onEdit(key),
      },
    !over &&
      onRotate && {
        id: 'rotate',
        icon: 'key' as const,
        label: say(wordOfRotating(key, acts)),
        disabledBecause: lacked && say(texts.mayNotRotateBecause, { scope: lacked }),
        onChoose: () => onRotate(key),
      },
    onRevoke && {
      id: 'revoke',
      icon: 'block' as const,
      label: say(wordOfRevoking(key, acts)),
      danger: true,
      disabledBecause: over && say(over),
      onChoose: () => onRevoke(key),
    },
  ].filter((item) => item !== undefined && item !== false)
  return (
    <Menu
      label={say(texts.actionsFor, { label: key.label })}
      icon="more"
      look={isInDrawer ? 'plain' : 'quiet'}
      size={isInDrawer ? 'regular' : 'small'}
      groups={[
        ...(isInDrawer ? [] : [{ id: 'see', items: looks }]),
        ...(changes.length > 0 ? [{ id: 'change', items: changes }] : []),
      ]}
    />
  )
}
