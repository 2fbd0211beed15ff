import type { Filter } from '@sonaqor/ui'
import type { Say, Text } from '@sonaqor/ui/texts'
import * as texts from './texts/en.ts'
import type { LinesFilter } from './use-reviews.ts'

const kinds = { member: texts.members, key: texts.apiKeys } as const
const decisions = {
  none: texts.undecided,
  keep: texts.keep,
  remove: texts.markedForRemoval,
} as const

/** An address may hold anything; what is no choice is none. */
export const readLinesFilter = (
  chosen: Readonly<Record<'kind' | 'decision', string>>,
): LinesFilter => ({
  kind: known(kinds, chosen.kind),
  decision: known(decisions, chosen.decision),
})

const known = <Name extends string>(of: Readonly<Record<Name, Text>>, text: string): Name | '' =>
  Object.hasOwn(of, text) ? (text as Name) : ''

const optionsIn = (say: Say, of: Readonly<Record<string, Text>>) =>
  Object.entries(of).map(([value, title]) => ({ value, label: say(title) }))

type Choose = (value: string) => void

export const kindFilter = (say: Say, { kind }: LinesFilter, onChange: Choose): Filter => ({
  id: 'kind',
  label: say(texts.kind),
  options: optionsIn(say, kinds),
  value: kind,
  onChange,
})

export const decisionFilter = (say: Say, { decision }: LinesFilter, onChange: Choose): Filter => ({
  id: 'decision',
  label: say(texts.decision),
  options: optionsIn(say, decisions),
  value: decision,
  onChange,
})
