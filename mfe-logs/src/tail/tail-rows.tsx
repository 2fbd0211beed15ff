import type { LogEntry } from '@sonaqor/contract/logs'
import { exactly, useLocale, useText } from '@sonaqor/ui'
import { StatusBadge } from '../logs/status-badge.tsx'
import * as texts from '../texts/en.ts'

export interface TailRowsProps {
  readonly entries: readonly LogEntry[]
  /** Whether somebody is at a row now, by pointer or by keyboard. */
  readonly onRead: (isRead: boolean) => void
  /** Left out where a request can be shown nowhere. */
  readonly onOpen: ((id: string) => void) | undefined
}

/** A line for each request, the newest above. */
export function TailRows({ entries, onRead, onOpen }: TailRowsProps) {
  const say = useText()
  return (
    <div
      onPointerEnter={() => onRead(true)}
      onPointerLeave={() => onRead(false)}
      onFocus={() => onRead(true)}
      onBlur={() => onRead(false)}
    >
      <ol className="sq-tail-rows" aria-label={say(texts.latestRequests)}>
        {entries.map((entry) => (
          <li key={entry.id}>
            {onOpen ? (
              <button type="button" className="sq-tail-row" onClick={() => onOpen(entry.id)}>
                <Row entry={entry} />
              </button>
            ) : (
              <div className="sq-tail-row">
                <Row entry={entry} />
              </div>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}

function Row({ entry: { at, method, path, status, latencyMs } }: { readonly entry: LogEntry }) {
  const say = useText()
  const locale = useLocale()
  const instant = new Date(at)
  return (
    <>
      <time className="sq-tail-time" dateTime={at} title={exactly(instant, locale)}>
        {instant.toLocaleTimeString(locale, clock)}
      </time>
      <StatusBadge status={status} isShort />
      <code className="sq-tail-request">
        <span className="sq-tail-method">{method}</span> {path}
      </code>
      <span className="sq-tail-latency">
        {say(texts.milliseconds, { count: Math.round(latencyMs) })}
      </span>
    </>
  )
}

const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const
