import type { Attempt } from '@sonaqor/contract/webhook-deliveries'
import type { AttemptCause } from '@sonaqor/contract/webhook-bounds'
import type { Text } from '@sonaqor/module/texts'
import { CodeBlock, Fact, Facts, Moment, RelativeTime, Said, useText } from '@sonaqor/ui'
import { whyFailed } from '../attempt/why-failed.ts'
import { isOfInbox } from '../endpoint/endpoint-name.ts'
import * as common from '../texts/en.ts'
import { AttemptBadge } from './delivery-badge.tsx'
import './dressed.ts'
import { headerLines } from './header-lines.ts'
import * as texts from './texts/en.ts'
import { structure } from './sent-body.tsx'
import { Timing } from './timing.tsx'

const causes: Readonly<Record<AttemptCause, Text>> = {
  schedule: texts.bySchedule,
  retry: texts.byRetry,
  replay: texts.byReplay,
  test: texts.byTest,
}

/** The first one is no repetition yet. */
const causeOf = ({ cause, number }: Attempt): Text =>
  cause === 'schedule' && number === 1 ? texts.byEvent : causes[cause]

export interface AttemptCardProps {
  readonly of: Attempt
  readonly isOpen: boolean
}

/** One try: what it came to at a glance, and all that was said on both sides within. */
export function AttemptCard({ of: attempt, isOpen }: AttemptCardProps) {
  const say = useText()
  return (
    <details className="sq-wh-attempt" open={isOpen}>
      <summary>
        <span className="sq-wh-attempt-number">
          {say(texts.attemptNumber, { number: attempt.number })}
        </span>
        <AttemptBadge of={attempt} />
        <span>{say(common.milliseconds, { count: Math.round(attempt.latencyMs) })}</span>
        <span className="sq-wh-attempt-when">
          <RelativeTime at={attempt.at} />
        </span>
      </summary>
      <AttemptDetail of={attempt} />
    </details>
  )
}

/** Everything that is known of an attempt. */
export function AttemptDetail({ of: attempt }: Pick<AttemptCardProps, 'of'>) {
  const say = useText()
  const { detail, address, request, response, at } = attempt
  const { text = '', bytes = 0, cut, isHeldBack = false } = response?.body ?? {}
  return (
    <div className="sq-wh-attempt-body">
      {detail && <p className="sq-wh-attempt-fault">{whyFailed(attempt, say)}</p>}
      <Timing of={attempt} />
      <Facts>
        <Fact name={say(common.time)}>
          <Moment at={at} />
        </Fact>
        <Fact name={say(texts.cause)}>{say(causeOf(attempt))}</Fact>
        <Fact name={say(texts.sentTo)}>
          {isOfInbox(request.url) ? say(common.testInbox) : <code>{request.url}</code>}
        </Fact>
        {address && (
          <Fact name={say(texts.connectedTo)}>
            <code>{address}</code>
          </Fact>
        )}
      </Facts>
      {/* Of what is no JSON there is no structure to show in its place. */}
      {isHeldBack && text === '' && (
        <p className="sq-wh-note">
          <Said of={texts.answerHeldBack} with={{ scope: <code>customers:read</code> }} />
        </p>
      )}
      {text && (
        <CodeBlock
          label={say(texts.answerBody)}
          language={looksLikeJson(text) ? 'json' : 'text'}
          code={text}
          note={isHeldBack ? undefined : say(cut ? texts.bytesCut : texts.bytes, { count: bytes })}
          masks={isHeldBack ? structure : undefined}
        />
      )}
      {response && bytes === 0 && !isHeldBack && (
        <p className="sq-wh-note">{say(texts.answerWithoutBody)}</p>
      )}
      {response && Object.keys(response.headers).length > 0 && (
        <CodeBlock label={say(texts.answerHeaders)} code={headerLines(response.headers)} />
      )}
      <CodeBlock label={say(texts.sentHeaders)} code={headerLines(request.headers)} />
    </div>
  )
}

const looksLikeJson = (text: string) => /^\s*[[{]/.test(text)
