/** What is sought by what is written of a value: the term that narrows a count to it, and which values it is. */
import type { LogField } from '@sonaqor/contract/log-query'

/** A count of what is sought alone knows values that are not among the commonest of all. */
export interface Sought {
  readonly term?: string
  readonly isIt: (value: string) => boolean
}

/** What needs no quotes where it stands in a query. */
export const isBare = (value: string) => /^[^\s",*]+\*?$/.test(value)

/**
 * Where what is found so holds what is written, all requests that have it do: its count is what taking it
 * gives, beside whatever else is asked.
 */
export function soughtBy(field: LogField | undefined, written: string): Sought | undefined {
  if (field === 'ip') return addressBegun(written)
  if (field !== 'path' || written === '' || !isBare(written)) return undefined
  if (written.startsWith('/')) return beginning(`path:${bareOf(written)}*`, bareOf(written))
  return holding(written)
}

/** A word in no field, from so many letters on. */
export function soughtByWord(word: string, least: number): Sought | undefined {
  if (word.length < least || !isBare(word)) return undefined
  return soughtBy(/^\d{1,3}\.[\d.]*$/.test(word) ? 'ip' : 'path', word)
}

const bareOf = (path: string) => path.replace(/\*$/, '')
const beginning = (term: string, begin: string): Sought => ({
  term,
  isIt: (value) => value.startsWith(begin),
})

function holding(part: string): Sought | undefined {
  if (part.endsWith('*')) return undefined
  const sought = part.toLowerCase()
  return { term: `path:*${part}*`, isIt: (value) => value.toLowerCase().includes(sought) }
}

/** An address of IPv4 as far as it is written: the ranges of all those that begin so. */
function addressBegun(written: string): Sought | undefined {
  const [, whole = '', part = ''] = /^((?:\d{1,3}\.){0,3})(\d{0,3})$/.exec(written) ?? []
  const before = whole.split('.').slice(0, -1)
  const areNumbers = before.every((one) => numbers.some((number) => `${number}` === one))
  if (whole + part === '' || !areNumbers) return undefined
  const ranges = blocksOf(numbers.filter((number) => `${number}`.startsWith(part))).map(
    ({ first, bits }) => {
      const behind = Array.from({ length: 3 - before.length }, () => '0')
      return `${[...before, first, ...behind].join('.')}/${before.length * 8 + bits}`
    },
  )
  return ranges.length > 0 ? beginning(`ip:${ranges.join()}`, written) : undefined
}

const numbers = Array.from({ length: 256 }, (_, number) => number)

/** The fewest blocks that a range of addresses can be which hold these numbers, and no others. */
function blocksOf(rest: readonly number[]): { first: number; bits: number }[] {
  const [first] = rest
  if (first === undefined) return []
  const bits = [0, 1, 2, 3, 4, 5, 6, 7, 8].find((most) => {
    const size = 2 ** (8 - most)
    return first % size === 0 && rest[size - 1] === first + size - 1
  })
  const taken = 2 ** (8 - (bits ?? 8))
  return [{ first, bits: bits ?? 8 }, ...blocksOf(rest.slice(taken))]
}
