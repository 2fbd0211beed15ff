import type { ReceivedRequest, SignatureVerdict } from '@sonaqor/contract/webhook-trials'
import { useModule } from '@sonaqor/module'
import type { Text } from '@sonaqor/module/texts'
import {
  Badge,
  Banner,
  CodeBlock,
  Fact,
  Facts,
  useArrival,
  useLocale,
  useText,
  type BadgeProps,
} from '@sonaqor/ui'
import * as texts from './texts/en.ts'
import type { Tried } from './tried.ts'
import { wordsOf } from './rule-words.ts'
import { whyNot } from './why.ts'

type Rule = SignatureVerdict['rules'][number]

const ruleTitles: Readonly<Record<Rule['rule'], Text>> = {
  headers: texts.ruleHeaders,
  'timestamp-format': texts.ruleTimestampFormat,
  'timestamp-tolerance': texts.ruleTolerance,
  'signature-format': texts.ruleSignatureFormat,
  body: texts.ruleBody,
  signature: texts.ruleSignature,
}

const states: Readonly<
  Record<Rule['state'], Pick<BadgeProps, 'tone' | 'icon'> & { readonly title: Text }>
> = {
  holds: { tone: 'success', icon: 'check', title: texts.holds },
  broken: { tone: 'danger', icon: 'close', title: texts.broken },
  'not-reached': { tone: 'neutral', icon: 'level', title: texts.notReached },
}

export interface VerdictViewProps {
  readonly of: SignatureVerdict
  /** Those that were looked at. */
  readonly headers: ReceivedRequest['headers']
  readonly signing: Tried['signing']
}

/** The verdict first, then why, then rule by rule in the order in which a receiver looks at them. */
export function VerdictView({ of: verdict, headers, signing }: VerdictViewProps) {
  const say = useText()
  const locale = useLocale()
  const { kind } = useModule()
  const place = useArrival<HTMLDivElement>()
  const { isValid, rules, signedBy, expected, firstDifference } = verdict
  return (
    <div ref={place} className="sq-wh-verdict" tabIndex={-1}>
      <Banner
        tone={isValid ? 'success' : 'danger'}
        title={say(isValid ? texts.isGenuine : signedBy ? texts.isOutOfTime : texts.isNotGenuine)}
      >
        {isValid
          ? say(signedBy === 'old-secret' ? texts.byOldSecret : texts.bySecret)
          : whyNot(verdict, headers, { say, locale })}
      </Banner>
      {isValid && <p className="sq-wh-debug-note">{say(texts.refusedAllTheSame)}</p>}
      <ol className="sq-wh-rules">
        {rules.map((judged, at) => {
          const { rule, state } = judged
          // Where a rule before it is broken, that one says why.
          const isOwn = !rules.slice(0, at).some((before) => before.state === 'broken')
          const { title, ...look } = states[state]
          return (
            <li key={rule}>
              <span className="sq-wh-rule">
                <strong>{say(ruleTitles[rule])}</strong>
                <Badge {...look}>{say(title)}</Badge>
              </span>
              {(state !== 'not-reached' || isOwn) && (
                <p>{wordsOf(judged, verdict, { say, locale })}</p>
              )}
            </li>
          )
        })}
      </ol>
      {firstDifference && (
        <Facts>
          <Fact name={say(texts.firstDifference)}>
            {say(texts.atByte, { at: firstDifference.at })}
          </Fact>
          <Fact name={say(texts.wasSent)}>
            <code>{JSON.stringify(firstDifference.sent)}</code>
          </Fact>
          <Fact name={say(texts.wasReceived)}>
            <code>{JSON.stringify(firstDifference.received)}</code>
          </Fact>
        </Facts>
      )}
      {!signedBy && expected.length > 0 && (
        <CodeBlock label={say(texts.expected)} code={expected.join(' ')} />
      )}
      {!signedBy && signing === 'hmac' && kind === 'embed' && (
        <p className="sq-wh-debug-note">{say(texts.expectedElsewhere)}</p>
      )}
    </div>
  )
}
