import type { Key } from '@sonaqor/contract/keys'
import { Badge, useText, type BadgeProps } from '@sonaqor/ui'
import * as texts from '../texts/en.ts'
import { keyStates } from '../list/keys-filter.ts'

const looks: Readonly<Record<Key['state'], Pick<BadgeProps, 'tone' | 'icon'>>> = {
  active: { tone: 'success', icon: 'check' },
  expired: { icon: 'clock' },
  revoked: { tone: 'danger', icon: 'block' },
}

/** Whether the key opens anything. */
export function StateBadge({ of: state }: { readonly of: Key['state'] }) {
  const say = useText()
  return <Badge {...looks[state]}>{say(keyStates[state])}</Badge>
}

/** Two secrets of it work. */
export function RotatingBadge({ of: key }: { readonly of: Key }) {
  const say = useText()
  return (
    key.oldSecret && (
      <Badge tone="info" icon="clock">
        {say(texts.rotating)}
      </Badge>
    )
  )
}

export const hintOf = ({ prefix, lastFour }: Pick<Key, 'prefix' | 'lastFour'>) =>
  `${prefix}…${lastFour}`

/** What of a key may be shown to tell it from others. */
export function KeyHint({ of: key }: { readonly of: Pick<Key, 'prefix' | 'lastFour'> }) {
  return <code>{hintOf(key)}</code>
}
