/** Who is there: sign-in, sessions, members, and the tenants that they belong to. */
import { feature, type FeatureMaker } from '../../core/feature/index.ts'
import { accessJobs } from './access.jobs.ts'
import { memberAuthenticator } from './sessions/access-token.ts'
import { authRoutes } from './auth.routes.ts'
import { foundByCommand } from './found-by-command.ts'
import { meRoutes } from './me.routes.ts'
import { markByCommand } from './refusals.ts'

export { memberInSession } from './sessions/access-token.ts'
export { requireNotLeavingSso } from './password/confirm-email.service.ts'
export { askForLink } from './password/mail-links.service.ts'
export { showMe } from './me.service.ts'
export { checkPassword } from './password/new-password.ts'
export { emailOf, provePassword } from './password/password.service.ts'
export { refuseForeignPages } from './sessions/cookies.ts'
export { hashPassword, noPassword } from './password/passwords.ts'
export { refuseSecondFactor, refuseStepUp } from './refused-factor.ts'
export { passkeyOptions } from './second-factor.service.ts'
export {
  memberPrincipal,
  requireMember,
  signInAgain,
  type MemberAtDoor,
} from './sessions/principal.ts'
export {
  end as endSession,
  endSessionOf,
  inEachTenant,
  type Somewhere,
} from './sessions/sessions.service.ts'
export {
  endSessionsOf,
  sessionsWithoutFactor,
  showSecondFactor,
  type Admitted,
  type EndReason,
} from './sessions/sessions.store.ts'
export { askForSso, comeInAs, comeInByPassword, provePasswordOf } from './sign-in.service.ts'
export { lockTenant } from './lockout/tenant-lock.store.ts'
export { emailOfBrowser, switchTenant } from './sessions/switch-tenant.service.ts'
export {
  foundTenant,
  type FoundedTenant,
  type NewMember,
  type NewTenant,
} from './tenants.service.ts'

export const access: FeatureMaker = ({ config }) =>
  feature({
    name: 'access',
    routes: [...authRoutes({ origin: config.publicUrl }, config.limitFactor), ...meRoutes],
    authenticators: [memberAuthenticator],
    jobs: accessJobs,
    commands: { 'found-tenant': foundByCommand, 'account-mark': markByCommand },
  })
