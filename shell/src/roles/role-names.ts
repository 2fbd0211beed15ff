import type { Role } from '@sonaqor/contract/access'
import type { Text } from '@sonaqor/ui/texts'
import * as texts from './texts/en.ts'

/** What the roles are called, in the frame and on every page: a word of its own has none of them. */
export const roleNames: Readonly<Record<Role, Text>> = {
  owner: texts.owner,
  admin: texts.admin,
  developer: texts.developer,
  analyst: texts.analyst,
  viewer: texts.viewer,
}
