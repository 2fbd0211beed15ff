import { useText } from '@sonaqor/ui'
import * as common from '../texts/en.ts'
import * as texts from '../insight/texts/en.ts'
import { groups, totalOf, type Group } from './bars.ts'

export interface CountsProps {
  readonly of: Readonly<Record<Group, number>>
  readonly when: string
}

/** What the bars add up to, all or those that are pointed at; each colour by its name. */
export function Counts({ of, when }: CountsProps) {
  const say = useText()
  return (
    <p className="sq-histogram-counts" aria-hidden="true">
      <span className="sq-histogram-when">{when}</span>
      <strong>{say(common.requestsShown, { count: totalOf(of) })}</strong>
      {groups.toReversed().map((group) => (
        <span key={group} data-group={group} data-none={of[group] === 0 || undefined}>
          {say(texts.groupCounted, { group, count: of[group] })}
        </span>
      ))}
    </p>
  )
}
