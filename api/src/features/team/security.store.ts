/** How the tenant wants its members to sign in, as a row. */
import type { Scope } from '../../core/scope/index.ts'

export interface PolicyRow {
  readonly second_factor_required: boolean
  readonly revision: number
}

const tenants = (scope: Scope) =>
  scope.db<PolicyRow & { readonly id: string }>('tenants').where({ id: scope.tenantId })

export async function findPolicy(scope: Scope): Promise<PolicyRow> {
  const row = await tenants(scope).first('second_factor_required', 'revision')
  return row ?? { second_factor_required: false, revision: 1 }
}

export async function isFactorRequired(scope: Scope): Promise<boolean> {
  return (await findPolicy(scope)).second_factor_required
}

export async function updatePolicy(scope: Scope, isRequired: boolean): Promise<void> {
  await tenants(scope).update({
    second_factor_required: isRequired,
    revision: scope.db.raw('revision + 1') as never,
  })
}

/** Active members who have set up no second factor. */
export async function membersWithoutFactor(scope: Scope): Promise<string[]> {
  const { rows } = await scope.db.raw<{ id: string }>(
    `select m.id from members m
     where m.tenant_id = ? and m.state = 'active' and not exists
       (select from directory.second_factors_here() f where f.person_id = m.person_id)
     order by m.id`,
    [scope.tenantId],
  )
  return rows.map(({ id }) => id)
}
