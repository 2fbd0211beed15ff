/** Who is there: sign-in, sessions, members, and the tenants that they belong to. */
import { feature, type FeatureMaker } from '../../core/feature/index.ts'
import { accessJobs } from './access.jobs.ts'
import { memberAuthenticator } from './access-token.ts'
import { authRoutes } from './auth.routes.ts'
import { foundByCommand } from './found-by-command.ts'
import { meRoutes } from './me.routes.ts'
import { markByCommand } from './refusals.ts'

export { memberInSession } from './access-token.ts'
export { requireNotLeavingSso } from './confirm-email.service.ts'
export { askForLink } from './mail-links.service.ts'
export { showMe } from './me.service.ts'
export { checkPassword } from './new-password.ts'
export { emailOf, provePassword } from './password.service.ts'
export { refuseForeignPages } from './cookies.ts'
export { hashPassword, noPassword } from './passwords.ts'
export { refuseSecondFactor, refuseStepUp } from './refused-factor.ts'
export { passkeyOptions } from './second-factor.service.ts'
export { memberPrincipal, requireMember, signInAgain, type MemberAtDoor } from './principal.ts'
export {
  end as endSession,
  endSessionOf,
  inEachTenant,
  type Somewhere,
} from './sessions.service.ts'
export {
  endSessionsOf,
  sessionsWithoutFactor,
  showSecondFactor,
  type Admitted,
  type EndReason,
} from './sessions.store.ts'
export { askForSso, comeInAs, comeInByPassword, provePasswordOf } from './sign-in.service.ts'
export { lockTenant } from './tenant-lock.store.ts'
export { emailOfBrowser, switchTenant } from './switch-tenant.service.ts'
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
