import type { Key } from '@sonaqor/contract/keys'
import { Badge, useText, type BadgeProps } from '@sonaqor/ui'
import { keyStates } from './keys-filter.ts'

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

export const hintOf = ({ prefix, lastFour }: Pick<Key, 'prefix' | 'lastFour'>) =>
  `${prefix}…${lastFour}`

/** What of a key may be shown to tell it from others. */
export function KeyHint({ of: key }: { readonly of: Pick<Key, 'prefix' | 'lastFour'> }) {
  return <code>{hintOf(key)}</code>
}
