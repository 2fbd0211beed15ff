import type { Say } from '@sonaqor/module/texts'

export type Area = 'policy' | 'origin' | 'clock' | 'session' | 'scopes' | 'release' | 'network'

/** In order of what hinders most: what is wrong stops an embed, a warning stops a part of it or may. */
export const findingStates = ['wrong', 'warning', 'unknown', 'good'] as const
export type FindingState = (typeof findingStates)[number]

/** A sentence in whichever language is spoken when it is read. */
export type Sentence = (say: Say) => string

/** What one check says. */
export interface Finding {
  /** The same at each check, such as `policy.connect`. */
  readonly id: `${Area}.${string}`
  readonly state: FindingState
  /** Which of several it is said of, where the sentence does not: a session by its name. */
  readonly of?: string | undefined
  readonly says: Sentence
  /** What to change, where something is to be changed. */
  readonly change?: Sentence | undefined
  /** The very thing to put in place, to be copied. */
  readonly snippet?: string | undefined
}

export const areaOf = ({ id }: Finding): Area => id.split('.', 1)[0] as Area

export const good = (id: Finding['id'], says: Sentence): Finding => ({ id, state: 'good', says })

/** The one that hinders most; `good` where there is nothing. */
export function worstOf(findings: readonly Finding[]): FindingState {
  return findingStates.find((state) => findings.some((one) => one.state === state)) ?? 'good'
}
