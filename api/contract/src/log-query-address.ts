/** Addresses and ranges of addresses as numbers, for the query language of logs. */

export interface AddressRange {
  /** Whether it is of IPv6. */
  readonly isLong: boolean
  /** Whether it is a single address. */
  readonly isOne: boolean
  readonly first: bigint
  readonly last: bigint
}

/** The range that `203.0.113.7`, `10.0.0.0/8` or `2001:db8::/32` names; null for what names none. */
export function addressIn(text: string): AddressRange | null {
  const [name = '', prefix, ...rest] = text.split('/')
  const short = shortNumber(name)
  const number = short ?? longNumber(name)
  const most = short === null ? 128 : 32
  const bits = prefix === undefined ? most : Number(/^(0|[1-9]\d{0,2})$/.exec(prefix)?.[0] ?? -1)
  if (number === null || rest.length > 0 || bits < 0 || bits > most) return null
  const size = 1n << BigInt(most - bits)
  const first = (number / size) * size
  return { isLong: short === null, isOne: bits === most, first, last: first + size - 1n }
}

const numberOf = (parts: readonly number[], size: bigint) =>
  parts.reduce((sum, part) => sum * size + BigInt(part), 0n)

function shortNumber(text: string): bigint | null {
  const parts = text.split('.')
  const isOne = parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part))
  const numbers = parts.map(Number)
  return isOne && numbers.every((part) => part < 256) ? numberOf(numbers, 256n) : null
}

const groups = (part: string) => (part === '' ? [] : part.split(':'))

function longNumber(text: string): bigint | null {
  const [head = '', tail, ...rest] = text.split('::')
  const [before, behind] = [groups(head), groups(tail ?? '')]
  const missing = 8 - before.length - behind.length
  if (rest.length > 0 || (tail === undefined ? missing !== 0 : missing < 1)) return null
  const all = [...before, ...Array.from({ length: missing }, () => '0'), ...behind]
  if (!all.every((group) => /^[\da-f]{1,4}$/i.test(group))) return null
  return numberOf(
    all.map((group) => Number.parseInt(group, 16)),
    65_536n,
  )
}
