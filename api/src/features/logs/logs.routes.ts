import { logs } from '@sonaqor/contract/logs'
import { implement, type Route } from '../../core/implement/index.ts'
import type { LogsService } from './logs.service.ts'
import { rulesInForce, tryRedaction } from './redaction/try-redaction.ts'

export const logsRoutes = (service: LogsService): Route[] =>
  implement(logs, {
    search: (scope, { query }) => service.search(scope, query),
    histogram: (scope, { query }) => service.histogram(scope, query),
    facets: (scope, { query }) => service.facets(scope, query),
    show: (scope, { params }) => service.show(scope, params.id),
    redactionRules: async () => rulesInForce(),
    tryRedaction: async (_, { body }) => tryRedaction(body),
    sendAgain: (scope, { params, body }) => service.sendAgain(scope, params.id, body),
  })
