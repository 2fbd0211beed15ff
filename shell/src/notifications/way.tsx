import type { ChannelName } from '@sonaqor/contract/notification-kinds'
import { Icon, useText } from '@sonaqor/ui'
import * as texts from './texts/en.ts'
import type { Kind, Turn } from './use-ways.ts'

interface WayProps {
  readonly kind: Kind
  readonly channel: ChannelName
  readonly onTurn: Turn
}

/** Whether one hears of a kind by a channel. A security notice has nothing to choose, and says so. */
export function Way({ kind, channel, onTurn }: WayProps) {
  const say = useText()
  const way = kind.channels.find((one) => one.channel === channel)
  if (!way) return null
  if (way.locked) {
    return (
      <span className="sq-way-locked" title={say(texts.lockedBecause)}>
        <Icon name="lock" />
        {say(texts.locked)}
      </span>
    )
  }
  return (
    // The box is small; its label gives a finger room around it.
    <label className="sq-way">
      <input
        type="checkbox"
        role="switch"
        className="sq-switch-track"
        checked={way.on}
        aria-checked={way.on}
        onChange={() => onTurn(kind, channel, !way.on)}
      />
      <span className="sq-unseen">{say(texts.wayOf, { kind: kind.title, channel })}</span>
    </label>
  )
}
