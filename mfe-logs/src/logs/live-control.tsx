import { useLiveStatus } from '@sonaqor/module'
import { Badge, Banner, Button } from '@sonaqor/ui'

/** Whether new requests come in by themselves: they do, the reader holds them, the server ended it. */
export type Following = 'following' | 'paused' | 'ended'

export interface LiveControlProps {
  readonly following: Following
  readonly onFollow: (following: Following) => void
}

/** Says whether new requests appear by themselves, and lets the reader stop them. */
export function LiveControl({ following, onFollow }: LiveControlProps) {
  return (
    <>
      <output>
        <LiveBadge following={following} />
      </output>
      {following === 'following' && (
        <Button icon="pause" onClick={() => onFollow('paused')}>
          Pause
        </Button>
      )}
      {following === 'paused' && (
        <Button icon="play" onClick={() => onFollow('following')}>
          Resume
        </Button>
      )}
    </>
  )
}

/** Stands above the rows, which stay: what was read may still be looked at. */
export function LiveEnded({ onFollow }: Pick<LiveControlProps, 'onFollow'>) {
  return (
    <Banner
      tone="warning"
      title="Live updates have ended"
      actions={
        <Button icon="play" onClick={() => onFollow('following')}>
          Start again
        </Button>
      }
    >
      The server sends no new requests here, because your right to read logs has ended or could not
      be confirmed.
    </Banner>
  )
}

function LiveBadge({ following }: Pick<LiveControlProps, 'following'>) {
  const status = useLiveStatus()
  if (following === 'paused') return <Badge icon="pause">Paused</Badge>
  if (following === 'ended') {
    return (
      <Badge tone="warning" icon="alert">
        Not live
      </Badge>
    )
  }
  if (status === 'open') {
    return (
      <Badge tone="accent" icon="live">
        Live
      </Badge>
    )
  }
  return (
    <Badge tone="warning" icon="clock">
      Connecting
    </Badge>
  )
}
