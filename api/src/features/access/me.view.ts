import type { Me } from '@sonaqor/contract/auth'
import type { Scope } from '../../core/scope/index.ts'

interface Row {
  readonly email: string
  readonly tenant_name: string
  readonly tenants: Me['tenants']
}

/** What the directory knows of a person in the tenant of the scope; nothing of a stranger to it. */
export async function findPerson(scope: Scope, personId: string): Promise<Row | undefined> {
  const { rows } = await scope.db.raw<Row>(
    `select p.email, t.name as tenant_name,
       (select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name))
        from directory.tenants_of(p.id) o) as tenants
     from directory.people_here() p cross join tenants t
     where p.id = ? and t.id = ?`,
    [personId, scope.tenantId],
  )
  return rows[0]
}
