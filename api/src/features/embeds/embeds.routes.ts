import { embeds } from '@sonaqor/contract/embeds'
import { implement } from '../../core/implement/index.ts'
import * as service from './embeds.service.ts'
import * as ending from './ending.service.ts'
import { exchange } from './exchange.service.ts'

export const embedsRoutes = (ownOrigin: string) =>
  implement(embeds, {
    createSession: (scope, { body }) => service.createSession(scope, body),
    exchange: (scope, { body }) => exchange(scope, body, ownOrigin),
    list: (scope, { query }) => service.listSessions(scope, query),
    show: (scope, { params }) => service.showSession(scope, params.id),
    revokeSession: (scope, { params }) => ending.revokeSession(scope, params.id),
    revokeMany: (scope, { body }) => ending.revokeMany(scope, body),
    end: (scope) => ending.endSession(scope),
    refusals: (scope, { query }) => service.listRefusals(scope, query),
  })
