import type { Endpoint } from '@sonaqor/contract/webhook-endpoints'
import type { EndpointHealth } from '@sonaqor/contract/webhook-health'
import { RelativeTime, Said, useLocale, useNow, useText } from '@sonaqor/ui'
import { clockTime } from '../live/clock-time.ts'
import * as texts from '../texts/en.ts'
import { None } from './none.tsx'

interface HealthProps {
  readonly of: Pick<EndpointHealth, 'attempts' | 'success' | 'succeeded'>
}

/** A share is never rounded up to all of it. */
export function shareInWords(share: number, locale: string): string {
  return (Math.floor(share * 1000) / 1000).toLocaleString(locale, {
    style: 'percent',
    maximumFractionDigits: 1,
  })
}

const [goodFrom, fairFrom] = [0.99, 0.9]

export const toneOf = (success: number) =>
  success >= goodFrom ? 'success' : success >= fairFrom ? 'warning' : 'danger'

/** How many of its attempts came off, as a figure and as a bar. */
export function Success({ of: { attempts, success } }: HealthProps) {
  const say = useText()
  const locale = useLocale()
  if (success === null) return <span className="sq-wh-quiet">{say(texts.noAttempts)}</span>
  return (
    <div className="sq-wh-success" data-tone={toneOf(success)}>
      <span>
        <strong>{shareInWords(success, locale)}</strong>{' '}
        <span className="sq-wh-quiet">{say(texts.ofAttempts, { count: attempts })}</span>
      </span>
      <span className="sq-wh-share" aria-hidden="true">
        <span style={{ inlineSize: `${success * 100}%` }} />
      </span>
    </div>
  )
}

export function Latency({ of: { latencyMs } }: { readonly of: Pick<EndpointHealth, 'latencyMs'> }) {
  const say = useText()
  if (!latencyMs) return <None />
  const [p50, p95] = [Math.round(latencyMs.p50), Math.round(latencyMs.p95)]
  return (
    <span className="sq-wh-figures" title={say(texts.latencyMeans, { p50, p95 })}>
      {say(texts.milliseconds, { count: p50 })}{' '}
      <span className="sq-wh-quiet">/ {say(texts.milliseconds, { count: p95 })}</span>
    </span>
  )
}

/** Of so many that they were not all counted. */
export const moreThan = ({ isBacklogAtLeast }: Pick<EndpointHealth, 'isBacklogAtLeast'>) =>
  isBacklogAtLeast ? '+' : ''

/** What waits, and for how long already. */
export function Backlog({ of: health }: { readonly of: EndpointHealth }) {
  const say = useText()
  const locale = useLocale()
  const now = useNow()
  const { backlog, oldestAt, heldBackUntil, isOneAtATime } = health
  if (backlog === 0) return <span className="sq-wh-quiet">{say(texts.nothingWaits)}</span>
  const held =
    heldBackUntil && Date.parse(heldBackUntil) > now
      ? say(texts.heldBackUntil, { when: clockTime(heldBackUntil, locale) })
      : isOneAtATime && say(texts.oneAtATime)
  return (
    <>
      <strong>{say(texts.waiting, { count: backlog, more: moreThan(health) })}</strong>
      {oldestAt && (
        <div className="sq-wh-aside">
          <span>
            <Said of={texts.oldestOf} with={{ when: <RelativeTime at={oldestAt} /> }} />
          </span>
        </div>
      )}
      {held && (
        <div className="sq-wh-aside">
          <span title={say(texts.heldBackWhy)}>{held}</span>
        </div>
      )}
    </>
  )
}

/** Tests are no attempts that are counted; sums of hours may leave out the first one of a range. */
function isTest({ attempts, lastAttemptAt, from, to }: EndpointHealth): boolean {
  if (attempts > 0 || lastAttemptAt === null) return false
  const at = Date.parse(lastAttemptAt)
  return at >= Date.parse(from) + hourMs && at <= Date.parse(to)
}

const hourMs = 3_600_000

export function LastAttempt({ of: { health } }: { readonly of: Pick<Endpoint, 'health'> }) {
  const say = useText()
  const { lastAttemptAt, lastStatus, lastFault } = health
  // An answer that never ended, or cannot be read, begins with a status too.
  const isTaken = lastFault === null || lastFault === 'status'
  if (!lastAttemptAt) return <span className="sq-wh-quiet">{say(texts.never)}</span>
  return (
    <>
      <RelativeTime at={lastAttemptAt} />
      <div className="sq-wh-aside">
        <span>
          {lastStatus === null
            ? say(texts.notAnswered)
            : say(isTaken ? texts.answeredWith : texts.answeredAndFailed, {
                status: String(lastStatus),
              })}
          {isTest(health) && ` ${say(texts.asTest)}`}
        </span>
      </div>
    </>
  )
}
