import * as parts from '../at-hand.ts'
import type { AtHand } from '../use-at-hand.ts'

const nothing = () => undefined

/** For stories and tests: everything has come, and nothing is open. */
export const allAtHand: AtHand = {
  parts,
  open: undefined,
  load: nothing,
  show: nothing,
  close: nothing,
}
