/** The shape of a password that is chosen; what else is refused, the server says when it has seen it. */
import { z } from 'zod'

/** In characters as people count them, after Unicode has put them together (NFC). */
export const passwordMin = 15
export const passwordMax = 128

/** Room for 128 characters of any script, however they are spelt. */
const unitsMax = 512

/** As it was chosen at any time. */
export const GivenPassword = z.string().min(1).max(unitsMax)

export const NewPassword = z
  .string()
  .min(passwordMin)
  .max(unitsMax)
  .describe(
    '15 to 128 characters of any kind. Refused where it is among those that are guessed first, or made of the name, e-mail or tenant of its owner.',
  )
