/** What stands in a log in place of what it does not hold, or does not show. */
import { leafTypesWritten, marksWritten, redacted } from '@sonaqor/contract/log-redaction-rules'

const heldBack = `"?${marksWritten}"?`
/** Who may not see values is shown the type of each in its place. */
const typed = `"(?:${leafTypesWritten})"`

export const masksFor = (hasValues: boolean) =>
  new RegExp(hasValues ? heldBack : `${heldBack}|${typed}`, 'g')

/** Whether something stands in these as its type alone for who may not see it. */
export const areTyped = (texts: readonly string[]) =>
  texts.some((text) => new RegExp(typed).test(text))

/** How the type of a value looks, where it is said what it means. */
export const sampleType = 'string'

/** One mark of each meaning that stands in these: what was taken out, and what was kept as its type alone. */
export function sampleMasks(texts: readonly string[]) {
  const found = texts.flatMap((text) => text.match(new RegExp(marksWritten, 'g')) ?? [])
  return {
    takenOut: found.find((one) => one === redacted),
    toType: found.find((one) => one !== redacted),
  }
}
