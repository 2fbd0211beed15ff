import { toleranceSeconds } from '@sonaqor/contract/webhook-bounds'
import type { SignatureVerdict } from '@sonaqor/contract/webhook-trials'
import type { Text } from '@sonaqor/module/texts'
import * as texts from './texts/en.ts'
import { lasting, type Why } from './why.ts'

type Rule = SignatureVerdict['rules'][number]

const words: Readonly<Partial<Record<`${Rule['rule']} ${Rule['state']}`, Text>>> = {
  'headers holds': texts.headersHold,
  'timestamp-format holds': texts.timestampFormatHolds,
  'timestamp-format broken': texts.timestampFormatBroken,
  'signature-format holds': texts.signatureFormatHolds,
  'signature-format broken': texts.signatureFormatBroken,
  'body holds': texts.bodyHolds,
  'body broken': texts.bodyBroken,
  'signature holds': texts.signatureHolds,
  'signature broken': texts.signatureBroken,
}

/** What is said of a rule, in the reader's language; what the API says of it is English. */
export function wordsOf(
  { rule, state, detail }: Rule,
  { rules, signedSecondsAgo }: SignatureVerdict,
  { say, locale }: Why,
): string {
  if (locale.startsWith('en')) return detail
  if (state === 'not-reached') {
    const at = rules.findIndex((one) => one.rule === rule)
    const isBlocked = rules.slice(0, at).some((before) => before.state === 'broken')
    return say(isBlocked || rule !== 'body' ? texts.ruleBlocked : texts.bodyUnknown)
  }
  if (rule === 'timestamp-tolerance' && typeof signedSecondsAgo === 'number') {
    const side = signedSecondsAgo < 0 ? 'after' : 'before'
    const [apart, allowed] = [lasting(signedSecondsAgo, locale), lasting(toleranceSeconds, locale)]
    return say(texts.signedApart, { side, apart, allowed })
  }
  const known = words[`${rule} ${state}`]
  return known ? say(known) : detail
}
