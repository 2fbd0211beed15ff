import type { Scope } from '../../core/scope/index.ts'

/** How keys are called, those that are over included. */
export async function keyLabels(
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await scope
    .db<{ id: string; label: string }>('api_keys')
    .whereRaw('tenant_id = ? and id = any(?)', [scope.tenantId, [...ids]])
    .select('id', 'label')
  return new Map(rows.map(({ id, label }) => [id, label]))
}
