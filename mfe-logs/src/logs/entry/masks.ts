/** What stands in a log in place of what it does not hold, or does not show. */
import { leafTypesWritten, marksWritten, redacted } from '@sonaqor/contract/log-redaction-rules'

const heldBack = `"?${marksWritten}"?`
/** Who may not see values is shown the type of each in its place. */
const typed = `"(?:${leafTypesWritten})"`

export const masksFor = (hasValues: boolean) =>
  new RegExp(hasValues ? heldBack : `${heldBack}|${typed}`, 'g')

/** How one looks, where it is said what it means. */
export const sampleMask = (hasValues: boolean) => (hasValues ? redacted : 'string')

/** Whether anything in these is held back. */
export const isMasked = (texts: readonly string[], masks: RegExp) =>
  texts.some((text) => text.search(masks) >= 0)
