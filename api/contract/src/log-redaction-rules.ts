/**
 * By what something is taken out of a request before the log keeps it. It imports no schemas, so that a
 * browser has a word for each.
 */
export const redactionRules = [
  'header',
  'undeclared',
  'name',
  'secret',
  'email',
  'iban',
  'card',
  'telephone',
  'nationalId',
  'length',
  'size',
  'format',
  'carrier',
] as const
export type RedactionRule = (typeof redactionRules)[number]

/** What stands where something was taken out. */
export const redacted = '[redacted]'

const leafTypes = ['string', 'number', 'boolean', 'null'] as const
const typeMarks = [...leafTypes, 'list', 'object'] as const
type LeafType = (typeof leafTypes)[number]

/** Of a value that is neither a list nor an object, for whoever sees no values: in the place of each. */
export const leafTypeOf = (value: unknown): LeafType =>
  leafTypes.find((type) => type === typeof value) ?? 'null'

/** What stands in the place of a value that nobody had declared. */
export function typeMark(value: unknown): string {
  const type = Array.isArray(value) ? 'list' : value && typeof value
  return `[${typeMarks.find((one) => one === type) ?? leafTypeOf(value)}]`
}

/** What stands in the place of a text that is too long. */
export const lengthMark = ({ length }: string) => `[${length} characters]`

/** All of these as the sources of expressions, for whoever looks for them in what the log shows. */
export const leafTypesWritten = leafTypes.join('|')
const marked = String.raw`${typeMarks.join('|')}|\d+ characters`
export const marksWritten = String.raw`\[(?:redacted|${marked})\]`
