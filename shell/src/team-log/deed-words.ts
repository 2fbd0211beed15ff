import { roles, type Role } from '@sonaqor/contract/access'
import type { TeamDeed } from '@sonaqor/contract/team'
import type { Say } from '@sonaqor/ui/texts'
import { isRecord } from '../audit/about.ts'
import { roleNames } from '../roles/role-names.ts'
import * as texts from './texts/en.ts'

/** What became of it, where the act alone does not say: the role of before and after. */
export function outcomeIn(say: Say, { action, before, after }: TeamDeed): string | undefined {
  const [from, to] = [roleIn(before), roleIn(after)]
  if (action === 'team.role-changed' && from && to) {
    return say(texts.roleFromTo, { from: say(roleNames[from]), to: say(roleNames[to]) })
  }
  if (action === 'team.invited' && to) return say(roleNames[to])
  if (action === 'team.compliance-changed' && isRecord(after)) {
    return say(after['compliance'] === true ? texts.complianceGiven : texts.complianceTaken)
  }
  return undefined
}

function roleIn(record: unknown): Role | undefined {
  const named = isRecord(record) ? record['role'] : undefined
  return roles.find((role) => role === named)
}
