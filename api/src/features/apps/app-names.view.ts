import type { Scope } from '../../core/scope/index.ts'

/** How apps are called, those that are deleted included: what they did is told by their names as well. */
export async function appNames(
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await scope
    .db<{ id: string; name: string }>('apps')
    .whereRaw('tenant_id = ? and id = any(?)', [scope.tenantId, [...ids]])
    .select('id', 'name')
  return new Map(rows.map(({ id, name }) => [id, name]))
}
