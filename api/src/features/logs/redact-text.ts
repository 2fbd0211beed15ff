/**
 * Blots out of a text what must never be stored: credentials, e-mail addresses, card numbers.
 * Each pattern has a bounded length, so that no input makes it slow.
 */
export const redacted = '[redacted]'

const ourSecrets = /\b(?:sq[em]?|sk|pk|rk|whsec|whsk)_[\w+/=-]{8,256}/g
const jsonWebToken = /\beyJ[\w-]{5,4096}(?:\.[\w-]{0,8192}){0,4}/g
const authorization = /\b(bearer|basic|digest)\s{1,8}[\w.~+/=:-]{1,4096}/gi
const email =
  /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu

/** A UUID of decimal digits alone must not be taken for a card, so it is matched first and kept. */
const uuidOrCard =
  /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}|(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/gi

/** Thirteen digits are the fewest of a card, and few texts have as many: the rest is spared the search. */
const manyDigits = /\d(?:[ -]?\d){12}/

export function redactText(text: string): string {
  let out = text
  if (out.includes('_')) out = out.replace(ourSecrets, redacted)
  if (out.includes('eyJ')) out = out.replace(jsonWebToken, redacted)
  if (out.includes(' ')) out = out.replace(authorization, `$1 ${redacted}`)
  if (out.includes('@')) out = out.replace(email, redacted)
  if (!manyDigits.test(out)) return out
  return out.replace(uuidOrCard, (found) => (isCard(found) ? redacted : found))
}

/** The lengths that card networks issue, by the first digit; Luhn alone would blot one number in ten. */
const firstDigits: Readonly<Record<number, string>> = {
  13: '4',
  14: '3',
  15: '123',
  16: '23456789',
  17: '456',
  18: '456',
  19: '456789',
}

/** Whether digits, with single spaces or dashes between them, can be the number of a card. */
export function isCard(text: string): boolean {
  const digits = text.replaceAll(/[ -]/g, '')
  if (!firstDigits[digits.length]?.includes(digits.charAt(0)) || /\D/.test(digits)) return false
  let sum = 0
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits.at(-1 - place))
    const doubled = place % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
