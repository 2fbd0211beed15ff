import * as texts from '../texts/en.ts'

/** What the roles are called. */
export const roleNames = {
  owner: texts.owner,
  admin: texts.admin,
  developer: texts.developer,
  analyst: texts.analyst,
  viewer: texts.viewer,
}
