import { reviews } from '@sonaqor/contract/reviews'
import { security } from '@sonaqor/contract/security'
import { invites } from '@sonaqor/contract/invites'
import { team } from '@sonaqor/contract/team'
import { implement } from '../../core/implement/index.ts'
import { acceptInvite, showInvite } from './accept.service.ts'
import { explain } from './explain.service.ts'
import { cancelInvite, invite, resendInvite } from './invites.service.ts'
import { resetFactors } from './member-factors.service.ts'
import * as members from './members.service.ts'
import * as reviewing from './reviews.service.ts'
import { showPolicy, updatePolicy } from './security.service.ts'

export const teamRoutes = (limitFactor: number) => [
  ...implement(team, {
    list: (scope, { query }) => members.listTeam(scope, query),
    show: (scope, { params }) => members.show(scope, params.id),
    explain: (scope, { params, query }) => explain(scope, params.id, query),
    activity: (scope, { params, query }) => members.showActivity(scope, params.id, query),
    history: (scope, { query }) => members.showHistory(scope, query),
    invite: async (scope, { body }) => ({ data: await invite(scope, body.emails, body.role) }),
    resendInvite: (scope, { params }) => resendInvite(scope, params.id),
    cancelInvite: (scope, { params }) => cancelInvite(scope, params.id),
    changeRole: (scope, { params, body, seen }) =>
      members.changeRole(scope, params.id, body.role, seen),
    setCompliance: (scope, { params, body, seen }) =>
      members.setCompliance(scope, params.id, body.compliance, seen),
    resetFactors: (scope, { params, seen }) => resetFactors(scope, params.id, seen),
    suspend: (scope, { params, seen }) => members.suspend(scope, params.id, seen),
    resume: (scope, { params, seen }) => members.resume(scope, params.id, seen),
    remove: (scope, { params, seen }) => members.remove(scope, params.id, seen),
    leave: (scope, { body }) => members.leave(scope, body.tenant),
  }),
  ...implement(invites, {
    show: (scope, { body }) => showInvite(scope, body.token),
    accept: (scope, { body }) => acceptInvite(scope, limitFactor, body),
  }),
  ...implement(security, {
    show: (scope) => showPolicy(scope),
    update: (scope, { body, seen }) => updatePolicy(scope, body, seen),
  }),
  ...implement(reviews, {
    list: (scope, { query }) => reviewing.listReviews(scope, query),
    start: (scope, { body }) => reviewing.start(scope, body.which),
    show: (scope, { params }) => reviewing.show(scope, params.id),
    items: (scope, { params, query }) => reviewing.showItems(scope, params.id, query),
    decide: (scope, { params, body }) => reviewing.decide(scope, params, body.decision),
    sign: (scope, { params }) => reviewing.sign(scope, params.id),
    download: (scope, { params }) => reviewing.download(scope, params.id),
    discard: (scope, { params }) => reviewing.discard(scope, params.id),
  }),
]
