import type { LogEntry } from '@sonaqor/contract/logs'
import { useText } from '@sonaqor/ui'
import * as texts from '../texts/en.ts'

/** How long a request took; not every log that was imported tells it. */
export function Latency({ of: { imported, latencyMs } }: { readonly of: LogEntry }) {
  const say = useText()
  const isTold = imported?.hasLatency !== false
  return (
    <span className="sq-logs-latency" title={isTold ? undefined : say(texts.latencyUntold)}>
      {isTold ? (
        say(texts.milliseconds, { count: Math.round(latencyMs) })
      ) : (
        <>
          <span aria-hidden="true">–</span>
          <span className="sq-unseen">{say(texts.latencyUntold)}</span>
        </>
      )}
    </span>
  )
}
