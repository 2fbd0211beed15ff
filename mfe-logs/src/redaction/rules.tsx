import type { RedactionRules, TriedRedaction } from '@sonaqor/contract/log-redaction'
import type { RedactionRule } from '@sonaqor/contract/log-redaction-rules'
import { Badge, Loaded, Section, Skeleton, useText } from '@sonaqor/ui'
import type { Say, Text } from '@sonaqor/ui/texts'
import * as texts from './texts/en.ts'
import { useRules } from './use-redaction.ts'

type Places = TriedRedaction['places']

/** All that is in force, each with what it took out of the request that was tried. */
export function Rules({ places }: { readonly places: Places }) {
  const say = useText()
  const rules = useRules()
  return (
    <Section title={say(texts.rulesInForce)}>
      <p className="sq-redaction-aside">{say(texts.rulesDetail)}</p>
      <Loaded of={rules} loading={<Skeleton rows={6} />}>
        {(known) => (
          <ol className="sq-redaction-rules">
            {known.rules.map(({ rule, of }) => (
              <Rule
                key={rule}
                rule={rule}
                words={of}
                places={places.filter((place) => place.rule === rule)}
              />
            ))}
          </ol>
        )}
      </Loaded>
    </Section>
  )
}

interface RuleProps {
  readonly rule: RedactionRule
  readonly words: RedactionRules['rules'][number]['of']
  readonly places: Places
}

function Rule({ rule, words, places }: RuleProps) {
  const say = useText()
  const [title, detail] = wordsOf[rule] ?? [undefined, undefined]
  return (
    <li data-acts={places.length > 0 || undefined}>
      <p className="sq-redaction-rule">
        <strong>{title ? say(title) : rule}</strong>
        {places.length > 0 && (
          <Badge tone="warning">{say(texts.places, { count: places.length })}</Badge>
        )}
      </p>
      {detail && <p className="sq-redaction-aside">{say(detail)}</p>}
      {places.length > 0 && (
        <ul className="sq-redaction-places">
          {places.map(({ at }) => (
            <li key={at}>{placeOf(at, say)}</li>
          ))}
        </ul>
      )}
      {words.length > 0 && (
        <details>
          <summary>
            {say(rule === 'header' ? texts.keptHeaders : texts.privateWords, {
              count: words.length,
            })}
          </summary>
          <p className="sq-redaction-words">{words.join(', ')}</p>
        </details>
      )}
    </li>
  )
}

/** "Body: items/0/name" */
function placeOf(at: string, say: Say): string {
  const [, part = '', ...rest] = at.split('/')
  const steps = rest.map((one) => one.replaceAll('~1', '/').replaceAll('~0', '~'))
  // People count the parts of an address from 1, and before the first of a path stands nothing.
  const name = part === 'query' ? steps.map((one) => String(Number(one) + 1)) : steps
  return say(texts.place, { part, name: name.join(' › ') || 'whole' })
}

/** A rule that is younger than this page has no words here. */
const wordsOf: Readonly<Partial<Record<RedactionRule, readonly [Text, Text]>>> = {
  header: [texts.ruleHeader, texts.ruleHeaderDetail],
  undeclared: [texts.ruleUndeclared, texts.ruleUndeclaredDetail],
  name: [texts.ruleName, texts.ruleNameDetail],
  secret: [texts.ruleSecret, texts.ruleSecretDetail],
  email: [texts.ruleEmail, texts.ruleEmailDetail],
  iban: [texts.ruleIban, texts.ruleIbanDetail],
  card: [texts.ruleCard, texts.ruleCardDetail],
  telephone: [texts.ruleTelephone, texts.ruleTelephoneDetail],
  nationalId: [texts.ruleNationalId, texts.ruleNationalIdDetail],
  length: [texts.ruleLength, texts.ruleLengthDetail],
  size: [texts.ruleSize, texts.ruleSizeDetail],
  format: [texts.ruleFormat, texts.ruleFormatDetail],
  carrier: [texts.ruleCarrier, texts.ruleCarrierDetail],
}
