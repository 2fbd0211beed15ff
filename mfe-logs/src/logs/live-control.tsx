import { useLiveStatus } from '@sonaqor/module'
import { Badge, Button } from '@sonaqor/ui'

export interface LiveControlProps {
  readonly paused: boolean
  readonly onPause: (paused: boolean) => void
}

/** Says whether new requests appear by themselves, and lets the reader stop them. */
export function LiveControl({ paused, onPause }: LiveControlProps) {
  return (
    <>
      <output>
        <LiveBadge paused={paused} />
      </output>
      <Button icon={paused ? 'play' : 'pause'} onClick={() => onPause(!paused)}>
        {paused ? 'Resume' : 'Pause'}
      </Button>
    </>
  )
}

function LiveBadge({ paused }: { readonly paused: boolean }) {
  const status = useLiveStatus()
  if (paused) return <Badge icon="pause">Paused</Badge>
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
