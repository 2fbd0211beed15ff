import type { ReceivedRequest, SignatureVerdict } from '@sonaqor/contract/webhook-trials'
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

const causes: Readonly<Record<NonNullable<SignatureVerdict['cause']>, Text>> = {
  'trailing-newline': texts.causeTrailingNewline,
  'newlines-converted': texts.causeNewlines,
  'byte-order-mark': texts.causeByteOrderMark,
  reformatted: texts.causeReformatted,
  'escaped-unicode': texts.causeEscaped,
  'body-missing': texts.causeBodyMissing,
  'secret-not-decoded': texts.causeSecretNotDecoded,
  'other-endpoint': texts.causeOtherEndpoint,
  'ended-secret': texts.causeEndedSecret,
  'id-missing': texts.causeIdMissing,
  'timestamp-in-milliseconds': texts.causeMilliseconds,
  'hex-signature': texts.causeHex,
}

export interface VerdictViewProps {
  readonly of: SignatureVerdict
  /** Those that were looked at. */
  readonly headers: ReceivedRequest['headers']
}

/** The verdict first, then why, then rule by rule in the order in which a receiver looks at them. */
export function VerdictView({ of: verdict, headers }: VerdictViewProps) {
  const say = useText()
  const locale = useLocale()
  const place = useArrival<HTMLDivElement>()
  const { isValid, rules, cause, signedBy, expected, firstDifference } = verdict
  const missing = missingIn(headers)
  const why = () => {
    if (cause) return say(causes[cause])
    if (missing.length === 0) return say(texts.causeUnknown)
    const names = new Intl.ListFormat(locale).format(missing)
    return say(texts.causeHeadersMissing, { names, count: missing.length })
  }
  return (
    <div ref={place} className="sq-wh-verdict" tabIndex={-1}>
      <Banner
        tone={isValid ? 'success' : 'danger'}
        title={say(isValid ? texts.isGenuine : texts.isNotGenuine)}
      >
        {isValid ? say(signedBy === 'old-secret' ? texts.byOldSecret : texts.bySecret) : why()}
      </Banner>
      <ol className="sq-wh-rules">
        {rules.map(({ rule, state, detail }, at) => {
          // Where a rule before it is broken, that one says why.
          const isOwn = !rules.slice(0, at).some((before) => before.state === 'broken')
          const { title, ...look } = states[state]
          return (
            <li key={rule}>
              <span className="sq-wh-rule">
                <strong>{say(ruleTitles[rule])}</strong>
                <Badge {...look}>{say(title)}</Badge>
              </span>
              {(state !== 'not-reached' || isOwn) && <p>{detail}</p>}
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
      {!isValid && expected.length > 0 && (
        <CodeBlock label={say(texts.expected)} code={expected.join(' ')} />
      )}
    </div>
  )
}

const needed = ['webhook-id', 'webhook-timestamp', 'webhook-signature']

function missingIn(headers: ReceivedRequest['headers']): readonly string[] {
  const given = Object.entries(headers).filter(([, value]) => value.trim() !== '')
  const names = new Set(given.map(([name]) => name.toLowerCase()))
  return needed.filter((name) => !names.has(name))
}
