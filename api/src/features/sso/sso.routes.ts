import { signOn, sso } from '@sonaqor/contract/sso'
import { implement } from '../../core/implement/index.ts'
import * as domains from './domains.service.ts'
import * as settings from './settings.service.ts'
import * as signing from './sign-on.service.ts'

export const ssoRoutes = (around: signing.Around) => {
  const { place } = around
  return [
    ...implement(sso, {
      show: (scope) => settings.showSettings(scope, place),
      configure: (scope, { body, seen }) => settings.configure(scope, place, body, seen),
      check: (scope) => settings.check(scope, place),
      switch: (scope, { body, seen }) => settings.switchSso(scope, place, body, seen),
      remove: (scope) => settings.remove(scope, place),
      claimDomain: (scope, { body }) => domains.claimDomain(scope, body.domain),
      checkDomain: (scope, { params }) => domains.checkDomain(scope, params.id),
      releaseDomain: (scope, { params }) => domains.releaseDomain(scope, params.id),
    }),
    ...implement(signOn, {
      begin: (scope, { body }) => signing.begin(scope, body.email),
      start: (scope) => signing.start(scope, around),
      finish: (scope, { body }) => signing.finish(scope, around, body),
    }),
  ]
}
