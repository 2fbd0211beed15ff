import { certificatesMax } from '@sonaqor/contract/webhook-bounds'
import type { Say, Text } from '@sonaqor/module/texts'
import * as texts from './texts/en.ts'

/** What the API says of a certificate, told in the language of the reader; the first that fits. */
const faults: readonly (readonly [RegExp, Text])[] = [
  [/field of its own/, texts.faultKeyInside],
  [/holds the request/, texts.faultRequest],
  [/ended on/, texts.faultEnded],
  [/begins on/, texts.faultEarly],
  [/clientAuth/, texts.faultServer],
  [/stand in order/, texts.faultOrder],
  [/passphrase/, texts.faultPassphrase],
  [/another one/, texts.faultOther],
  [/P-256/, texts.faultKind],
  [/cannot be read/, texts.faultCut],
  [/be PEM/, texts.faultPem],
]

export function faultInWords(fault: string | undefined, say: Say): string | undefined {
  if (fault === undefined) return undefined
  if (/certificates at most/.test(fault)) return say(texts.faultMany, { count: certificatesMax })
  const known = faults.find(([pattern]) => pattern.test(fault))
  return known ? say(known[1]) : fault
}
