import { scopes, type Scope } from '@sonaqor/contract/access'
import type { Explanation } from '@sonaqor/contract/explanation'
import { routes } from '@sonaqor/contract/routes'
import type { TeamMember } from '@sonaqor/contract/team'
import {
  Banner,
  Combobox,
  Field,
  Icon,
  Loaded,
  searchIn,
  Skeleton,
  useText,
  type ChoiceSearch,
} from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import { useMemo, useState } from 'react'
import { reasonIn } from './reasons.ts'
import { allowedBy } from '../rights/scope-words.ts'
import { calledOf } from '../team-acts.ts'
import * as texts from '../texts/en.ts'
import { useExplanation, type Asked } from '../use-team.ts'

type Choice = Awaited<ReturnType<ChoiceSearch>>[number]

/** Why somebody can or cannot do something, answered by the check that decides it. */
export function MayThey({ of: member }: { readonly of: TeamMember }) {
  const say = useText()
  const [choice, choose] = useState<Choice>()
  const search = useMemo(() => searchIn(choicesIn(say)), [say])
  const explained = useExplanation(member.id, choice && askedBy(choice))
  return (
    <div className="sq-member-verdict">
      <Field label={say(texts.mayTheyWhat)} hint={say(texts.mayTheyHint)}>
        <Combobox
          value={choice}
          onChange={choose}
          search={search}
          placeholder={say(texts.mayTheyExample)}
        />
      </Field>
      {choice && (
        <Loaded of={explained} loading={<Skeleton rows={3} />}>
          {(told) => <Verdict of={told} member={member} choice={choice} />}
        </Loaded>
      )}
    </div>
  )
}

const isScope = (id: string): id is Scope => (scopes as readonly string[]).includes(id)

const askedBy = ({ id }: Choice): Asked => (isScope(id) ? { scope: id } : { operation: id })

/** Scopes by what they allow, then each operation by its name and where it is called. */
function choicesIn(say: Say): readonly Choice[] {
  const ofScopes = scopes.map((scope) => ({ id: scope, label: allowedBy(scope, say), hint: scope }))
  const ofOperations = Object.entries(routes).flatMap(([area, verbs]) =>
    Object.entries(verbs).map(([verb, route]) => {
      const id = `${area}.${verb}`
      return { id, label: id, hint: route }
    }),
  )
  return [...ofScopes, ...ofOperations]
}

interface VerdictProps {
  readonly of: Explanation
  readonly member: TeamMember
  readonly choice: Choice
}

function Verdict({ of: { allowed, reasons }, member, choice }: VerdictProps) {
  const say = useText()
  const name = calledOf(member)
  return (
    <>
      <Banner
        tone={allowed ? 'success' : 'warning'}
        title={say(allowed ? texts.yesTheyMay : texts.noTheyMayNot, { name })}
      >
        {choice.label}
      </Banner>
      <ol className="sq-member-reasons">
        {reasons.map((reason) => (
          <li key={reason.code} data-lacks={!reason.holds || undefined}>
            <Icon name={reason.holds ? 'check' : 'close'} />
            <span>{reasonIn(say, reason)}</span>
          </li>
        ))}
      </ol>
    </>
  )
}
