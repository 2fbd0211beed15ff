/** As most senders write it, and as it comes out. */
const plain = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/

/**
 * An instant in UTC with all the digits that it was sent with: a `Date` keeps three of a second, and
 * PostgreSQL six; it also refuses offsets of sixteen hours, which ISO 8601 allows.
 */
export function utc(instant: string): string {
  if (plain.test(instant)) return instant
  const [, fraction = ''] = /\.(\d+)/.exec(instant) ?? []
  const whole = new Date(instant.replace(/\.\d+/, '')).toISOString().slice(0, 19)
  const digits = fraction.slice(0, 6).replace(/0+$/, '')
  return digits ? `${whole}.${digits}Z` : `${whole}Z`
}
