import type { StaffRole } from '@sonaqor/contract/access'
import type { Text } from '@sonaqor/ui/texts'
import * as texts from '../texts/en.ts'

/** What somebody of the staff is, in a word, and what they may do by it. */
export const roleTexts = {
  support: texts.roleSupport,
  operations: texts.roleOperations,
  security: texts.roleSecurity,
} satisfies Record<StaffRole, Text>

export const roleHints = {
  support: texts.supportMay,
  operations: texts.operationsMay,
  security: texts.securityMay,
} satisfies Record<StaffRole, Text>

export const staffRoleNames = Object.keys(roleTexts) as readonly StaffRole[]
