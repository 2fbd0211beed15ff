/** Where the page of one's own account is; no module brings it. */
export const accountPath = '/account'

/** The parts of the account, each at an address of its own; mails lead there. */
export const accountTabs = ['profile', 'security', 'sessions', 'notifications'] as const
export type AccountTab = (typeof accountTabs)[number]

export const pathOfTab = (tab: AccountTab): string =>
  tab === 'profile' ? accountPath : `${accountPath}/${tab}`

/** Which part of the account is at a path, if any is. */
export const accountTabAt = (path: string): AccountTab | undefined =>
  accountTabs.find((tab) => pathOfTab(tab) === path)

/** Whoever was led there, because something takes a second factor that they do not have. */
export const becauseOfStepUp = { because: 'step-up' } as const
