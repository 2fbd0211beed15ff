/** What people call the things that the log names by their ids alone. */
import type { Scope } from '../../core/scope/index.ts'

/** A text that more things are called by tells none of them from another. */
const calledAtMost = 500

/**
 * The ids of what is called by a text today, in any case of letters. A key is told no names: it sees its
 * own app, and not who is in the team.
 */
export async function targetsCalled(scope: Scope, text: string): Promise<string[]> {
  if (scope.principal.appIds !== 'all') return []
  const pattern = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
  const { rows } = await scope.db.raw<{ id: string }>(
    `with asked as (select ?::uuid as tenant, ?::text as pattern)
     select called.id::text from asked cross join lateral (
       select m.id from members m join directory.people_here() p on p.id = m.person_id
       where m.tenant_id = tenant and p.name ilike pattern
       union all select a.id from apps a where a.tenant_id = tenant and a.name ilike pattern
       union all select p.id from projects p where p.tenant_id = tenant and p.name ilike pattern
       union all select k.id from api_keys k where k.tenant_id = tenant and k.label ilike pattern
       union all select t.id from tenants t where t.id = tenant and t.name ilike pattern
     ) called limit ?`,
    [scope.tenantId, pattern, calledAtMost],
  )
  return rows.map(({ id }) => id)
}
