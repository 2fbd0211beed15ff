import { embeds } from '@sonaqor/contract/embeds'
import { implement } from '../../core/implement/index.ts'
import * as service from './embeds.service.ts'

export const embedsRoutes = (ownOrigin: string) =>
  implement(embeds, {
    createSession: (scope, { body }) => service.createSession(scope, body),
    exchange: (scope, { body }) => service.exchange(scope, body.clientSecret, ownOrigin),
    revokeSession: (scope, { params }) => service.revokeSession(scope, params.id),
  })
