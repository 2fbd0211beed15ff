/** A member who has lost every second factor is helped by their own admins, where that harms nobody else. */
import { teamEvents, type TeamMember } from '@sonaqor/contract/team'
import { requireRevision, type Seen } from '../../core/implement/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { endSessionsOf } from '../access/index.ts'
import { resetFactorsOf } from '../factors/index.ts'
import { notify } from '../notifications/index.ts'
import { lock, show, tell } from './members.service.ts'
import { updateMember } from './members.store.ts'

/**
 * Second factors are the person's, and a tenant that removes them opens no door but its own: who belongs
 * to another one too is left as they are. Whoever had one sets one up again before they do anything here.
 */
export async function resetFactors(scope: Scope, id: string, seen: Seen): Promise<TeamMember> {
  const { member, actor } = await lock(scope, id)
  requireRevision(seen, member.revision)
  if (id === actor.id) throw refused('oneself')
  if (member.state !== 'active') throw refused('suspended')
  const outcome = await resetFactorsOf(scope, id)
  if (outcome !== 'reset') throw refused(outcome)
  await updateMember(scope, id, { factor_due: true })
  const sessionsEnded = await endSessionsOf(scope, id, 'ended')
  await tell(scope, teamEvents.factorsReset, member, { sessionsEnded })
  const params = { by: actor.name, at: scope.now().toISOString() }
  await notify(scope, { kind: 'team.factors-reset', to: [id], params, link: '/account/security' })
  return show(scope, id)
}

const details = {
  oneself: 'Your own second factors are looked after in your account.',
  suspended: 'They are suspended. Let them in again first.',
  none: 'They have set up no second factor.',
  elsewhere:
    'Their second factors guard more than this organisation, so it cannot remove them. Sonaqor can, once it is sure who asks: let them write to support themselves.',
} as const

const refused = (why: keyof typeof details) => new Problem('conflict', { detail: details[why] })
