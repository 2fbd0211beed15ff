import { roles, type Role } from '@sonaqor/contract/access'
import type { TeamMember } from '@sonaqor/contract/team'
import type { Text } from '@sonaqor/ui/texts'
import { roleNames } from '../../roles/role-names.ts'
import * as roleTexts from '../../roles/texts/en.ts'
import * as texts from '../texts/en.ts'

interface Words {
  readonly title: Text
  /** What somebody with this role may do, in a line. */
  readonly means: Text
}

export const roleWords: Readonly<Record<Role, Words>> = {
  owner: { title: roleNames.owner, means: roleTexts.ownerMeans },
  admin: { title: roleNames.admin, means: roleTexts.adminMeans },
  developer: { title: roleNames.developer, means: roleTexts.developerMeans },
  analyst: { title: roleNames.analyst, means: roleTexts.analystMeans },
  viewer: { title: roleNames.viewer, means: roleTexts.viewerMeans },
}

export const stateWords: Readonly<Record<TeamMember['state'], Text>> = {
  active: texts.active,
  invited: texts.invited,
  suspended: texts.suspended,
  removed: texts.removed,
}

/** An address may hold anything; what is no role is no choice. */
export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text)
