import { auth } from '@sonaqor/contract/auth'
import { implement } from '../../core/implement/index.ts'
import { refresh, resume, signOut } from './sessions.service.ts'
import { signIn } from './sign-in.service.ts'
import { switchTenant } from './switch-tenant.service.ts'

export const authRoutes = implement(auth, {
  signIn: (scope, { body }) => signIn(scope, body),
  refresh: (scope) => refresh(scope),
  resume: async (scope) => ({ session: await resume(scope) }),
  switchTenant: (scope, { body }) => switchTenant(scope, body.tenantId),
  signOut: (scope) => signOut(scope),
})
