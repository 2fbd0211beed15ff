import type { Key } from '@sonaqor/contract/keys'
import * as care from '../care/texts/en.ts'
import * as texts from '../texts/en.ts'
import type { KeyActs } from './key-acts.tsx'

/** What leads to the question whether to revoke a key, or to the window in which it is asked. */
export const wordOfRevoking = (key: Key, { isDoneElsewhere }: KeyActs) =>
  isDoneElsewhere(key) ? texts.revokeElsewhere : texts.revokeEllipsis

export const wordOfEditing = (key: Key, { isDoneElsewhere }: KeyActs) =>
  isDoneElsewhere(key) ? care.editElsewhere : care.editEllipsis

export const wordOfRotating = (key: Key, { isDoneElsewhere }: KeyActs) =>
  isDoneElsewhere(key) ? texts.rotateElsewhere : texts.rotateEllipsis
