/**
 * Numbers of cards. Whatever digits stand before one, it is found: it begins with a group of digits and
 * ends with one, so every group is tried as its beginning. Within a group nothing is looked for: of the
 * windows in an id of nineteen digits every other one would pass for a card.
 */

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
const fewest = 13
const most = 19

/** No network issues numbers that begin like the date of a day, and times stand in every other text. */
const beginsLikeDay = /^(?:19|20)\d\d[01]\d/

/** Whether digits, whatever stands between them, can be the number of a card. */
export const isCard = (text: string): boolean => isCardOf(text.replaceAll(/[._/ -]/g, ''))

function isCardOf(digits: string): boolean {
  if (!firstDigits[digits.length]?.includes(digits.charAt(0))) return false
  if (/\D/.test(digits) || beginsLikeDay.test(digits)) return false
  let sum = 0
  for (let place = 0; place < digits.length; place += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - place) - 48
    const doubled = place % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

const groups = /\d+(?:[._/ -]{1,3}\d+)*/g
const group = /(\d+)(\D*)/g

/** The text with each number of a card replaced. */
export const withoutCards = (text: string, stead: string): string =>
  text.replace(groups, (run) => {
    if (run.length < fewest) return run
    const parts = [...run.matchAll(group)].map(([, digits = '', gap = '']) => ({ digits, gap }))
    let out = ''
    for (let first = 0; first < parts.length;) {
      const end = endOfCard(parts, first)
      const [taken, last] = end ? [stead, end - 1] : [parts[first]?.digits ?? '', first]
      out += taken + (parts[last]?.gap ?? '')
      first = last + 1
    }
    return out
  })

interface Group {
  readonly digits: string
  /** What stands behind it. */
  readonly gap: string
}

/** Behind which group the longest card ends that begins with this one, and 0 where none does. */
function endOfCard(parts: readonly Group[], first: number): number {
  let [length, end] = [0, 0]
  for (let place = first; place < parts.length; place += 1) {
    length += parts[place]?.digits.length ?? 0
    if (length > most) break
    if (length < fewest) continue
    if (!firstDigits[length]?.includes(parts[first]?.digits.charAt(0) ?? '')) continue
    const taken = parts.slice(first, place + 1)
    if (isCardOf(taken.map(({ digits }) => digits).join('')) && isWritten(taken)) end = place + 1
  }
  return end
}

/** One space or dash may stand anywhere in a number; of wider gaps all are the same, after four digits. */
function isWritten(parts: readonly Group[]): boolean {
  const gaps = parts.slice(0, -1).map(({ gap }) => gap)
  if (gaps.every((gap) => gap === ' ' || gap === '-')) return true
  const isInFours = parts[0]?.digits.length === 4 && parts.length <= 5
  return isInFours && gaps.every((gap) => gap === gaps[0])
}
