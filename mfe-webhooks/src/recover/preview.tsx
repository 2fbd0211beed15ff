import type { ReplayPreview } from '@sonaqor/contract/webhook-deliveries'
import type { Text } from '@sonaqor/module/texts'
import { Banner, exactly, Fact, Facts, useArrival, useLocale, useText } from '@sonaqor/ui'
import * as texts from './texts/en.ts'

const titles: Readonly<Record<ReplayPreview['byState'][number]['state'], Text>> = {
  failed: texts.failed,
  skipped: texts.skipped,
  delivered: texts.delivered,
  missing: texts.missing,
}

/** What would be sent, to whom, and how fast. */
export function Preview({ of: preview }: { readonly of: ReplayPreview }) {
  const say = useText()
  const locale = useLocale()
  const place = useArrival<HTMLDivElement>()
  const { deliveries, isAtLeast, url, from, to, byType, byState, perSecond, seconds } = preview
  const instant = (at: string) => exactly(new Date(at), locale)
  if (deliveries === 0) {
    return (
      <div ref={place} tabIndex={-1}>
        <Banner title={say(texts.nothingToSend)}>{say(texts.nothingToSendDetail)}</Banner>
      </div>
    )
  }
  return (
    <div ref={place} tabIndex={-1} className="sq-wh-preview">
      <Banner title={say(isAtLeast ? texts.sendsAtLeast : texts.sends, { count: deliveries })}>
        <span className="sq-wh-address">{say(texts.sendsTo, { url })}</span>
      </Banner>
      <Facts>
        <Fact name={say(texts.time)}>
          {say(texts.fromTo, { from: instant(from), to: instant(to) })}
        </Fact>
        <Fact name={say(texts.speed)}>{say(texts.speedOf, { count: perSecond, seconds })}</Fact>
        <Fact name={say(texts.whatOf)}>
          <Counts of={byState.map(({ state, deliveries: count }) => [say(titles[state]), count])} />
        </Fact>
        <Fact name={say(texts.type)}>
          <Counts of={byType.map(({ eventType, deliveries: count }) => [eventType, count])} />
        </Fact>
      </Facts>
    </div>
  )
}

/** A name and a count on each line. */
function Counts({ of: counts }: { readonly of: readonly (readonly [string, number])[] }) {
  const locale = useLocale()
  return (
    <ul className="sq-wh-counts">
      {counts.map(([name, count]) => (
        <li key={name}>
          <span>{name}</span> <span>{count.toLocaleString(locale)}</span>
        </li>
      ))}
    </ul>
  )
}
