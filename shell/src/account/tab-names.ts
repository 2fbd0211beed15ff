import * as identity from '../identity/texts/en.ts'
import type { AccountTab } from './account-paths.ts'
import * as texts from './texts/en.ts'

/** What each part of the account is called: in its list, and in the window. */
export const nameOfTab = {
  profile: identity.profile,
  security: texts.security,
  sessions: identity.sessions,
  notifications: texts.notifications,
} as const satisfies Record<AccountTab, unknown>
