import type { Me } from '@sonaqor/contract/auth'
import type { Scope } from '../../core/scope/index.ts'
import { findPerson } from './me.view.ts'
import { requireMember, signInAgain } from './sessions/principal.ts'

/** Who is signed in, as every screen wants to know it. */
export async function showMe(scope: Scope): Promise<Me> {
  const member = requireMember(scope.principal)
  const person = await findPerson(scope, member)
  if (!person) throw signInAgain()
  return {
    person: { id: member.personId, name: member.name, email: person.email },
    tenant: { id: member.tenantId, name: person.tenant_name, plan: person.plan },
    tenants: person.tenants,
    role: member.role,
    compliance: member.compliance,
    scopes: [...member.scopes],
    secondFactorMissing: member.secondFactorMissing,
    environments: [...member.environments],
  }
}
