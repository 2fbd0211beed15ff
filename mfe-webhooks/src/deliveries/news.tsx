import { Button, useText } from '@sonaqor/ui'
import type { useScrolledPast } from '../live/use-scrolled-past.ts'
import * as texts from './texts/en.ts'

export interface NewsProps {
  readonly past: ReturnType<typeof useScrolledPast>
  /** Rows that came while those that are shown hold still. */
  readonly of: {
    readonly waiting: number
    readonly areMore: boolean
    readonly showWaiting: () => unknown
  }
}

/** Stands above rows: how many have come since somebody reads further down, and the way up to them. */
export function News({ past: { mark, isPast }, of: { waiting, areMore, showWaiting } }: NewsProps) {
  const say = useText()
  const toTop = () => {
    void showWaiting()
    mark.current?.scrollIntoView({ block: 'center' })
  }
  return (
    <>
      <div ref={mark} className="sq-wh-mark" />
      <output className="sq-wh-news">
        {waiting > 0 && isPast && (
          <Button look="primary" size="small" icon="up" onClick={toTop}>
            {say(areMore ? texts.manyNew : texts.newDeliveries, { count: waiting })}
          </Button>
        )}
      </output>
    </>
  )
}
