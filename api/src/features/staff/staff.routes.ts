import { staff } from '@sonaqor/contract/staff'
import { supportAccess } from '@sonaqor/contract/support-access'
import { implement } from '../../core/implement/index.ts'
import { passkeyOptions } from '../access/index.ts'
import type { Site } from '../factors/index.ts'
import * as looks from './looks.service.ts'
import { showModules } from './modules.service.ts'
import * as people from './people.service.ts'
import * as links from './staff-links.service.ts'
import * as factors from './staff-factors.service.ts'
import * as sessions from './staff-sessions.service.ts'
import * as consent from './support-access.service.ts'
import * as tenants from './tenants.service.ts'

export const staffRoutes = (site: Site, limitFactor: number) => [
  ...implement(staff, {
    signIn: (scope, { body }) => sessions.signIn(scope, limitFactor, body),
    verifyMfa: (scope, { body }) => sessions.verifyMfa(scope, site, body),
    passkeyOptions: (scope, { body }) => passkeyOptions(scope, site, 'staff', body.ticket),
    setPassword: (scope, { body }) => links.setPassword(scope, body),
    resume: async (scope) => ({ session: await sessions.resume(scope) }),
    signOut: (scope) => sessions.signOut(scope),
    beginTotp: (scope, { body }) => factors.beginTotp(scope, body.password),
    confirmTotp: (scope, { body }) => factors.confirmTotp(scope, body.code),
    stepUpOptions: (scope) => factors.stepUpOptions(scope, site),
    stepUp: (scope, { body }) => factors.stepUp(scope, site, body),
    people: async (scope) => ({ data: await people.listPeople(scope) }),
    addPerson: (scope, { body }) => people.addPerson(scope, body),
    sendLink: (scope, { params }) => links.requireLinkSent(scope, params.id),
    changePerson: (scope, { params, body, seen }) =>
      people.changePerson(scope, params.id, body, seen),
    acts: (scope, { query }) => people.listActs(scope, query),
    tenants: (scope, { query }) => tenants.listTenants(scope, query),
    changeTenant: (scope, { params, body, seen }) =>
      tenants.changePlan(scope, params.id, body.plan, seen),
    suspendTenant: (scope, { params, body, seen }) =>
      tenants.suspendTenant(scope, params.id, body.reason, seen),
    resumeTenant: (scope, { params, body, seen }) =>
      tenants.resumeTenant(scope, params.id, body.reason, seen),
    modules: async (scope) => ({ data: await showModules(scope) }),
    looks: (scope) => looks.listLooks(scope),
    requestLook: (scope, { body }) => looks.requestLook(scope, body),
    enterLook: (scope, { params }) => looks.enterLook(scope, params.id),
    endLook: (scope, { params, seen }) => looks.endLook(scope, params.id, seen),
  }),
  ...implement(supportAccess, {
    list: (scope, { query }) => consent.listAccesses(scope, query),
    open: (scope, { body }) => consent.open(scope, body),
    approve: (scope, { params, body, seen }) => consent.approve(scope, params.id, body, seen),
    deny: (scope, { params, seen }) => consent.deny(scope, params.id, seen),
    end: (scope, { params, seen }) => consent.end(scope, params.id, seen),
    reads: (scope, { params, query }) => consent.showReads(scope, params.id, query),
  }),
]
