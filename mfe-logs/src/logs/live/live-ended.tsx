import { Banner, Button, useText } from '@sonaqor/ui'
import * as texts from '../../texts/en.ts'
import type { LiveControlProps } from './live-control.tsx'

/** Stands above the rows, which stay: what was read may still be looked at. */
export function LiveEnded({ onFollow }: Pick<LiveControlProps, 'onFollow'>) {
  const say = useText()
  return (
    <Banner
      tone="warning"
      title={say(texts.liveEnded)}
      actions={
        <Button icon="play" onClick={() => onFollow('following')}>
          {say(texts.startAgain)}
        </Button>
      }
    >
      {say(texts.liveEndedBecause)}
    </Banner>
  )
}
