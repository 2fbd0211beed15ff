import { registry, releases } from '@sonaqor/contract/releases'
import { implement } from '../../core/implement/index.ts'
import * as service from './releases.service.ts'

export const releasesRoutes = [
  ...implement(releases, {
    list: (scope, { query }) => service.listReleases(scope, query.module),
    publish: (scope, { body }) => service.publish(scope, body),
    withdraw: (scope, { params }) => service.withdraw(scope, params.id),
    restore: (scope, { params }) => service.restore(scope, params.id),
  }),
  ...implement(registry, {
    show: (scope) => service.showRegistry(scope),
  }),
]
