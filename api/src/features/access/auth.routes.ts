import { auth } from '@sonaqor/contract/auth'
import { implement } from '../../core/implement/index.ts'
import type { Site } from '../factors/index.ts'
import { confirmEmail } from './password/confirm-email.service.ts'
import { checkLink } from './password/mail-links.service.ts'
import { requestReset, resetPassword } from './password/reset-password.service.ts'
import {
  passkeyOptions,
  signInWithPasskey,
  stepUp,
  stepUpOptions,
  verifyMfa,
} from './second-factor.service.ts'
import { refresh, resume, signOut } from './sessions/sessions.service.ts'
import { signIn } from './sign-in.service.ts'
import { confirmSignUp, signUp } from './sign-up.service.ts'
import { switchTenant } from './sessions/switch-tenant.service.ts'

export const authRoutes = (site: Site, limitFactor: number) =>
  implement(auth, {
    signIn: (scope, { body }) => signIn(scope, limitFactor, body),
    verifyMfa: (scope, { body }) => verifyMfa(scope, site, body),
    passkeyOptions: (scope, { body }) => passkeyOptions(scope, site, 'tenants', body.ticket),
    signInWithPasskey: (scope, { body }) => signInWithPasskey(scope, site, body),
    stepUpOptions: (scope) => stepUpOptions(scope, site),
    stepUp: (scope, { body }) => stepUp(scope, site, body),
    refresh: (scope) => refresh(scope),
    resume: async (scope) => ({ session: await resume(scope) }),
    switchTenant: (scope, { body }) => switchTenant(scope, body.tenantId),
    requestReset: (scope, { body }) => requestReset(scope, body),
    checkLink: (scope, { body }) => checkLink(scope, body),
    resetPassword: (scope, { body }) => resetPassword(scope, body),
    signUp: (scope, { body }) => signUp(scope, body),
    confirmSignUp: (scope, { body }) => confirmSignUp(scope, body),
    confirmEmail: (scope, { body }) => confirmEmail(scope, body.token),
    signOut: (scope) => signOut(scope),
  })
