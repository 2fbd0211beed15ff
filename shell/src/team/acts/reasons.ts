import type { ExplainedReason } from '@sonaqor/contract/explanation'
import type { Say, Text } from '@sonaqor/ui/texts'
import { roleWords } from '../rights/role-words.ts'
import * as texts from '../texts/en.ts'

interface Sentences {
  readonly holds: Text
  readonly lacks: Text
}

type Plain = Exclude<ExplainedReason['code'], 'role' | 'compliance' | 'step-up'>

const sentences: Readonly<Record<Plain, Sentences>> = {
  state: { holds: texts.isActive, lacks: texts.isSuspended },
  'open-to-all': { holds: texts.openToAll, lacks: texts.openToAll },
  'any-member': { holds: texts.forAnyMember, lacks: texts.forAnyMember },
  kind: { holds: texts.forMembers, lacks: texts.notForMembers },
  'second-factor-policy': { holds: texts.policyMet, lacks: texts.policyNotMet },
}

/** A reason as a sentence; those of a newer server are told by their code. */
export function reasonIn(say: Say, reason: ExplainedReason): string {
  const { code, holds, scope = '' } = reason
  if (code === 'role') return roleIn(say, reason)
  if (code === 'compliance')
    return say(holds ? texts.hasCompliance : texts.lacksCompliance, { scope })
  if (code === 'step-up') return stepUpIn(say, reason)
  const known: Sentences | undefined = sentences[code]
  return known ? say(holds ? known.holds : known.lacks) : code
}

function roleIn(say: Say, reason: ExplainedReason): string {
  const { holds, role, roles = [] } = reason
  const scope = reason.scope ?? ''
  const title = role ? say(roleWords[role].title) : ''
  if (holds) return say(texts.roleHolds, { role: title, scope })
  const holders = roles.map((one) => say(roleWords[one].title)).join(', ')
  return say(texts.roleLacks, { role: title, scope, holders, count: roles.length })
}

function stepUpIn(say: Say, { holds, stepUp }: ExplainedReason): string {
  const once = stepUp === 'operation' ? texts.takesFactorOnce : texts.takesFactor
  const lacking = stepUp === 'operation' ? texts.lacksFactorOnce : texts.lacksFactor
  return say(holds ? once : lacking)
}
