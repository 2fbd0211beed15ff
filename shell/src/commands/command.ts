import type { IconName } from '@sonaqor/ui'
import * as texts from '../texts/en.ts'

/** Something that can be done from anywhere, by its name. */
export interface Command {
  /** The same in every session, so that it is found again among the recent ones. */
  readonly id: string
  /** The name of a page, or a verb. */
  readonly title: string
  readonly group: keyof typeof groupNames
  /** What tells it from another of the same name. */
  readonly detail?: string
  readonly icon?: IconName
  /** Other words that people look for it by. */
  readonly words?: string
  /** The keys that do the same, as they are pressed: `G P`. */
  readonly keys?: string | undefined
  readonly run: () => Promise<void> | void
}

/** What the groups are called. */
export const groupNames = {
  pages: texts.pagesGroup,
  acts: texts.actsGroup,
  keys: texts.keysGroup,
  apps: texts.appsGroup,
  projects: texts.projectsGroup,
  switches: texts.switchesGroup,
  account: texts.yourAccountGroup,
}
