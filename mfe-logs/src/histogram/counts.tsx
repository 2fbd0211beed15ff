import { useText } from '@sonaqor/ui'
import * as common from '../texts/en.ts'
import * as texts from '../insight/texts/en.ts'
import { groups, totalOf, type Group } from './bars.ts'

export interface CountsProps {
  readonly of: Readonly<Record<Group, number>>
  readonly when: string
  /** How much of that was counted. */
  readonly reach: 'all' | 'part' | 'nothing'
}

/** What the bars add up to, all or those that are pointed at; each colour by its name. */
export function Counts({ of, when, reach }: CountsProps) {
  const say = useText()
  const count = totalOf(of)
  const counted = {
    all: () => say(common.requestsShown, { count }),
    part: () => say(texts.requestsAtLeast, { count }),
    nothing: () => say(texts.uncounted),
  }
  return (
    <p className="sq-histogram-counts" aria-hidden="true">
      <span className="sq-histogram-when">{when}</span>
      <strong>{counted[reach]()}</strong>
      {(reach === 'nothing' ? [] : groups.toReversed()).map((group) => (
        <span key={group} data-group={group} data-none={of[group] === 0 || undefined}>
          {say(texts.groupCounted, { group, count: of[group] })}
        </span>
      ))}
    </p>
  )
}
