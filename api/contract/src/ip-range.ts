/**
 * Whether an address lies in a range, as far as it takes to warn whoever is about to shut themselves
 * out, and what is no range at all, so that it is told before. Who passes is for the API to say.
 */
interface Range {
  readonly bits: bigint
  /** How many of the bits count, from the first one. */
  readonly prefix: number
  readonly size: 32 | 128
}

/** Whether one of the ranges holds the address; a range that is written wrongly holds none. */
export function isHeldBy(ranges: readonly string[], address: string): boolean {
  const sought = rangeOf(address)
  return sought !== undefined && ranges.some((text) => holds(rangeOf(text), sought))
}

/** Whether it is written as one; the API may still find it too wide. */
export const isRange = (text: string): boolean => rangeOf(text) !== undefined

function holds(range: Range | undefined, { bits, size }: Range): boolean {
  if (!range || range.size !== size) return false
  const behind = BigInt(size - range.prefix)
  return range.bits >> behind === bits >> behind
}

function rangeOf(text: string): Range | undefined {
  const [address = '', prefix, ...rest] = text.trim().split('/')
  const size = address.includes(':') ? 128 : 32
  const bits = size === 128 ? bitsOfSix(address) : bitsOfFour(address)
  if (bits === undefined || rest.length > 0 || !figure.test(prefix ?? '0')) return undefined
  const length = Number(prefix ?? size)
  if (length > size) return undefined
  return { bits, prefix: length, size }
}

/** As everybody reads it: a nought ahead would make it octal to some. */
const figure = /^(0|[1-9]\d{0,2})$/

function bitsOfFour(text: string): bigint | undefined {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every((part) => figure.test(part) && Number(part) < 256)) {
    return undefined
  }
  return parts.reduce((bits, part) => (bits << 8n) | BigInt(part), 0n)
}

function bitsOfSix(text: string): bigint | undefined {
  const [before = '', after, ...rest] = text.split('::')
  const [head, tail] = [groupsOf(before), groupsOf(after ?? '')]
  const missing = 8 - head.length - tail.length
  if (rest.length > 0 || (after === undefined ? missing !== 0 : missing < 1)) return undefined
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...tail]
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined
  return groups.reduce((bits, group) => (bits << 16n) | BigInt(`0x${group}`), 0n)
}

/** The groups of a part; one that ends in an address of IPv4 has two groups for it. */
function groupsOf(part: string): readonly string[] {
  const groups = part.split(':').filter((group) => group !== '' || part !== '')
  const four = bitsOfFour(groups.at(-1) ?? '')
  if (four === undefined) return groups
  return [...groups.slice(0, -1), (four >> 16n).toString(16), (four & 0xffffn).toString(16)]
}
