import { account } from '@sonaqor/contract/account'
import { sessions } from '@sonaqor/contract/sessions'
import { implement } from '../../core/implement/index.ts'
import type { Site } from '../factors/index.ts'
import * as own from './account.service.ts'
import * as factors from './second-factors.service.ts'
import { endOne, endOthersOnPurpose, listSessions } from './sessions.service.ts'

export const accountRoutes = (site: Site) =>
  implement(account, {
    show: (scope) => own.showAccount(scope),
    update: (scope, { body }) => own.updateAccount(scope, body),
    changePassword: (scope, { body }) => own.changePassword(scope, body),
    changeEmail: (scope, { body }) => own.changeEmail(scope, body),
    addTenant: (scope, { body }) => own.addTenant(scope, body),
    showFactors: (scope) => factors.showFactors(scope),
    beginTotp: (scope, { body }) => factors.beginTotp(scope, body),
    confirmTotp: (scope, { body }) => factors.confirmTotp(scope, body.code),
    removeTotp: (scope) => factors.removeTotp(scope),
    beginPasskey: (scope, { body }) => factors.beginPasskey(scope, site, body),
    addPasskey: (scope, { body }) => factors.addPasskey(scope, site, body),
    renamePasskey: (scope, { params, body }) => factors.renamePasskey(scope, params.id, body.name),
    removePasskey: (scope, { params }) => factors.removePasskey(scope, params.id),
    renewRecoveryCodes: (scope) => factors.renewRecoveryCodes(scope),
  })

export const sessionsRoutes = implement(sessions, {
  list: (scope) => listSessions(scope),
  end: (scope, { params }) => endOne(scope, params.id),
  endOthers: async (scope) => ({ ended: await endOthersOnPurpose(scope) }),
})
