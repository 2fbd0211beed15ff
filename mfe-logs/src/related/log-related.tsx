import type { LogDetail, LogRelated } from '@sonaqor/contract/logs'
import { useModule } from '@sonaqor/module'
import type { Say } from '@sonaqor/module/texts'
import {
  adopt,
  Badge,
  exactly,
  Said,
  useLocale,
  useText,
  type IconName,
  type Tone,
} from '@sonaqor/ui'
import { useId, type ReactNode } from 'react'
import { StatusBadge } from '../logs/status-badge.tsx'
import * as texts from '../logs/entry/texts/en.ts'
import sheet from './log-related.css'

adopt(sheet)

export interface RelatedProps {
  readonly of: LogDetail
  /** Leads to another request of the log. */
  readonly onOpen: (id: string) => void
}

interface Moment {
  readonly id: string
  /** Since the request came in. */
  readonly afterMs: number
  readonly what: ReactNode
}

/** One line of time from a request to whatever came of it; nothing where nothing did. */
export function Related({ of: detail, onOpen }: RelatedProps) {
  const say = useText()
  const titleId = useId()
  if (detail.related.length === 0) return null
  const answeredMs = Date.parse(detail.at)
  const receivedMs = answeredMs - detail.latencyMs
  const own: readonly Moment[] = [
    { id: 'received', afterMs: 0, what: say(texts.received) },
    {
      id: 'answered',
      afterMs: detail.latencyMs,
      what: (
        <>
          {say(texts.answered)} <StatusBadge status={detail.status} />
        </>
      ),
    },
  ]
  const moments = [
    ...own,
    ...detail.related.map((one) => ({
      id: one.id,
      afterMs: Math.max(0, Date.parse(one.at) - receivedMs),
      what: <OneRelated of={one} onOpen={onOpen} />,
    })),
  ].toSorted((one, other) => rankOf(one) - rankOf(other) || one.afterMs - other.afterMs)
  return (
    <section className="sq-log-related" aria-labelledby={titleId}>
      <h3 id={titleId}>{say(texts.timeline)}</h3>
      <ol>
        {moments.map(({ id, afterMs, what }) => (
          <li key={id}>
            <When atMs={receivedMs + afterMs} afterMs={afterMs} />
            <span>{what}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Clocks are read more than once in a request, and nothing of it came before it did. */
const rankOf = ({ id }: Moment) => (id === 'received' ? 0 : 1)

/** The largest first, each from as many on as are told of it. */
const units = [
  { unit: 'day', ms: 86_400_000, from: 2 },
  { unit: 'hour', ms: 3_600_000, from: 2 },
  { unit: 'minute', ms: 60_000, from: 2 },
  { unit: 'second', ms: 1000, from: 10 },
  { unit: 'millisecond', ms: 1, from: 0 },
] as const

/** Since the request came in, whatever the hour is now: what came at once, and what came days after. */
function When({ atMs, afterMs }: { readonly atMs: number; readonly afterMs: number }) {
  const locale = useLocale()
  const at = new Date(atMs)
  const { unit, ms } = units.find((one) => afterMs >= one.from * one.ms) ?? units[4]
  const after = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    signDisplay: 'always',
    maximumFractionDigits: 0,
    roundingMode: unit === 'millisecond' ? 'halfExpand' : 'trunc',
  })
  return (
    <time className="sq-log-related-when" dateTime={at.toISOString()} title={exactly(at, locale)}>
      {after.format(afterMs / ms)}
    </time>
  )
}

type State = NonNullable<LogRelated['delivery']>['state']

const looks: Readonly<Record<State, { readonly tone: Tone; readonly icon: IconName }>> = {
  waiting: { tone: 'info', icon: 'clock' },
  retrying: { tone: 'warning', icon: 'undo' },
  delivered: { tone: 'success', icon: 'check' },
  failed: { tone: 'danger', icon: 'block' },
  skipped: { tone: 'neutral', icon: 'redirect' },
  cancelled: { tone: 'neutral', icon: 'close' },
}

interface OneRelatedProps extends Pick<RelatedProps, 'onOpen'> {
  readonly of: LogRelated
}

function OneRelated({ of: { kind, id, name, delivery }, onOpen }: OneRelatedProps) {
  const say = useText()
  const { kind: host, navigate, views } = useModule()
  if (kind === 'event') return <Said of={texts.eventTold} with={{ name: <code>{name}</code> }} />
  if (kind === 'audit') {
    const words = <Said of={texts.auditWritten} with={{ name: <code>{name}</code> }} />
    if (host !== 'shell') return words
    return (
      <>
        {words}
        <Way
          say={say}
          name={say(texts.showInAudit, { name })}
          onTake={() => navigate('home.audit', { entry: id })}
        />
      </>
    )
  }
  if (kind === 'delivery') {
    const endpoint = delivery && (delivery.endpoint ?? say(texts.testInbox))
    const words = delivery ? (
      <>
        <Said of={texts.eventDeliveredTo} with={{ name: <code>{name}</code>, endpoint }} />
        <Badge {...looks[delivery.state]}>
          {say(texts.deliveryState, { state: delivery.state })}
        </Badge>
      </>
    ) : (
      <Said of={texts.eventDelivered} with={{ name: <code>{name}</code> }} />
    )
    if (host !== 'shell' && !views?.includes('webhooks.deliveries')) return words
    return (
      <>
        {words}
        <Way
          say={say}
          name={
            endpoint
              ? say(texts.showDeliveryTo, { name, endpoint })
              : say(texts.showDelivery, { name })
          }
          onTake={() => navigate('webhooks.deliveries', { delivery: id })}
        />
      </>
    )
  }
  const isOriginal = kind === 'original'
  // A kind that is younger than this page is told by its name.
  if (!isOriginal && kind !== 'sent-again') return <code>{name}</code>
  return (
    <>
      {sentIn(say, isOriginal, name)}
      <Way
        say={say}
        name={say(isOriginal ? texts.showOriginal : texts.showSentAgain)}
        onTake={() => onOpen(id)}
      />
    </>
  )
}

/** Whom a tenant has is told to its members alone. */
function sentIn(say: Say, isOriginal: boolean, name: string): string {
  if (name === '') return say(isOriginal ? texts.sentFromEarlier : texts.wasSentAgain)
  return say(isOriginal ? texts.sentFrom : texts.sentAgainBy, { name })
}

interface WayProps {
  readonly say: Say
  readonly name: string
  readonly onTake: () => void
}

function Way({ say, name, onTake }: WayProps) {
  return (
    <button type="button" className="sq-log-way" aria-label={name} onClick={onTake}>
      {say(texts.showIt)}
    </button>
  )
}
