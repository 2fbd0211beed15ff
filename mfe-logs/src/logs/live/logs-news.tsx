import { Button, useText } from '@sonaqor/ui'
import * as texts from '../../texts/en.ts'

export interface LogsNewsProps {
  readonly waiting: number
  readonly missed: number
  readonly onShow: () => void
  readonly onReadAgain: () => void
}

/** What came while nothing was to move. It stays in view however far one has scrolled. */
export function LogsNews({ waiting, missed, onShow, onReadAgain }: LogsNewsProps) {
  const say = useText()
  return (
    <output className="sq-logs-news">
      {waiting > 0 && (
        <Button look="primary" size="small" icon="up" onClick={onShow}>
          {say(texts.newRequests, { count: waiting })}
        </Button>
      )}
      {missed > 0 && (
        <Button size="small" onClick={onReadAgain}>
          {say(texts.leftOut, { count: missed })}
        </Button>
      )}
    </output>
  )
}
