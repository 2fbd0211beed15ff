import type { LogEntry } from '@sonaqor/contract/logs'
import { Button, save, useText } from '@sonaqor/ui'
import * as texts from '../entry/texts/en.ts'
import { linesOf } from './live-record.ts'

export interface LiveRecordProps {
  /** What the live tail has shown, newest first. */
  readonly record: readonly LogEntry[]
  readonly leftOut: number
}

/** Says what the live tail has shown and what it left out, and lets it be kept as a file. */
export function LiveRecord({ record, leftOut }: LiveRecordProps) {
  const say = useText()
  if (record.length === 0) return null
  const keep = () => {
    const type = 'application/x-ndjson'
    save(new Blob([linesOf(record, leftOut)], { type }), 'live-requests.ndjson')
  }
  return (
    <p className="sq-logs-note sq-logs-record">
      {say(texts.shownLive, { count: record.length, leftOut })}
      <Button look="quiet" size="small" onClick={keep}>
        {say(texts.saveShown)}
      </Button>
    </p>
  )
}
