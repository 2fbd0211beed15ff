/** Something that can be done from anywhere, by its name. */
export interface Command {
  /** The same in every session, so that it is found again among the recent ones. */
  readonly id: string
  /** The name of a page, or a verb. */
  readonly title: string
  readonly group: 'Go to' | 'Switch' | 'Account'
  /** Other words that people look for it by. */
  readonly words?: string
  /** The keys that do the same, as they are pressed: `G P`. */
  readonly keys?: string | undefined
  readonly run: () => Promise<void> | void
}
