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
