import * as texts from '../texts/en.ts'

/** Something that can be done from anywhere, by its name. */
export interface Command {
  /** The same in every session, so that it is found again among the recent ones. */
  readonly id: string
  /** The name of a page, or a verb. */
  readonly title: string
  readonly group: keyof typeof groupNames
  /** Other words that people look for it by. */
  readonly words?: string
  /** The keys that do the same, as they are pressed: `G P`. */
  readonly keys?: string | undefined
  readonly run: () => Promise<void> | void
}

/** What the groups are called. */
export const groupNames = {
  pages: texts.pagesGroup,
  projects: texts.projectsGroup,
  switches: texts.switchesGroup,
  account: texts.yourAccountGroup,
}
