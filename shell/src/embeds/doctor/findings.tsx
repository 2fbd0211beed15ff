import { findingStates, type Finding, type FindingState } from '@sonaqor/embed/doctor'
import { CodeBlock, Icon, useText, type IconName } from '@sonaqor/ui'
import * as texts from './texts/en.ts'

const icons: Readonly<Record<FindingState, IconName>> = {
  good: 'check',
  warning: 'alert',
  wrong: 'close',
  unknown: 'info',
}

/** What was found, what hinders most first. */
export function Findings({ of }: { readonly of: readonly Finding[] }) {
  const sorted = findingStates.flatMap((state) => of.filter((finding) => finding.state === state))
  return (
    <ul className="sq-doctor-findings">
      {sorted.map((finding) => (
        <li key={finding.id} className="sq-doctor-finding" data-state={finding.state}>
          <One finding={finding} />
        </li>
      ))}
    </ul>
  )
}

/** The directive or header that it sets: where several stand in one list, each has a name. */
const nameOf = (snippet: string) => /^[^\s:]+(:\/\/\S+)?/.exec(snippet)?.[0] ?? snippet

function One({ finding: { state, says, change, snippet } }: { readonly finding: Finding }) {
  const say = useText()
  return (
    <>
      <span className="sq-doctor-state">
        <Icon name={icons[state]} />
        {say(texts.stateOf, { state })}
      </span>
      <div className="sq-doctor-words">
        <p>{says(say)}</p>
        {change && <p className="sq-doctor-change">{change(say)}</p>}
        {snippet && (
          <CodeBlock label={say(texts.toPut, { name: nameOf(snippet) })} code={snippet} />
        )}
      </div>
    </>
  )
}
