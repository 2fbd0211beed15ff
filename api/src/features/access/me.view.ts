import type { Me } from '@sonaqor/contract/auth'
import type { MemberPrincipal } from '../../core/access/index.ts'
import type { Scope } from '../../core/scope/index.ts'

interface Row {
  readonly email: string
  readonly tenant_name: string
  readonly plan: string
  readonly tenants: Me['tenants']
}

/** What the directory knows of whoever is signed in, by their open session in this tenant. */
export async function findPerson(
  scope: Scope,
  { personId, sessionId }: MemberPrincipal,
): Promise<Row | undefined> {
  const { rows } = await scope.db.raw<Row>(
    `select p.email, t.name as tenant_name, t.plan,
       (select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name))
        from directory.tenants_of_session(?) o) as tenants
     from directory.people_here() p cross join tenants t
     where p.id = ? and t.id = ?`,
    [sessionId, personId, scope.tenantId],
  )
  return rows[0]
}
