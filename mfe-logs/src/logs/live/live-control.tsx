import { useLiveStatus } from '@sonaqor/module'
import { Badge, Button, useText } from '@sonaqor/ui'
import * as texts from '../../texts/en.ts'

/**
 * Whether new requests come in by themselves: they do, the reader holds them, the server ended it,
 * or nothing new can be in the range that is looked at.
 */
export type Following = 'following' | 'paused' | 'ended' | 'past'

export interface LiveControlProps {
  readonly following: Following
  readonly onFollow: (following: Following) => void
}

/** Says whether new requests appear by themselves, and lets the reader stop them. */
export function LiveControl({ following, onFollow }: LiveControlProps) {
  const say = useText()
  const status = useLiveStatus()
  const isHeld = following === 'paused'
  return (
    <div className="sq-logs-live">
      <output>
        <LiveBadge following={following} status={status} />
      </output>
      {/* What never comes by itself cannot be stopped. The two are one button, which keeps the focus. */}
      {(isHeld || (following === 'following' && status !== 'off')) && (
        <Button
          icon={isHeld ? 'play' : 'pause'}
          onClick={() => onFollow(isHeld ? 'following' : 'paused')}
        >
          {say(isHeld ? texts.resume : texts.pause)}
        </Button>
      )}
    </div>
  )
}

interface LiveBadgeProps extends Pick<LiveControlProps, 'following'> {
  readonly status: ReturnType<typeof useLiveStatus>
}

function LiveBadge({ following, status }: LiveBadgeProps) {
  const say = useText()
  if (following === 'paused') return <Badge icon="pause">{say(texts.paused)}</Badge>
  if (following === 'past') return <Badge icon="clock">{say(texts.past)}</Badge>
  if (following === 'ended') {
    return (
      <Badge tone="warning" icon="alert">
        {say(texts.notLive)}
      </Badge>
    )
  }
  if (status === 'off') return <Badge icon="clock">{say(texts.notLive)}</Badge>
  return status === 'open' ? (
    <Badge tone="accent" icon="live">
      {say(texts.live)}
    </Badge>
  ) : (
    <Badge tone="warning" icon="clock">
      {say(texts.connecting)}
    </Badge>
  )
}
