import type { Scope } from '../../../core/scope/index.ts'

interface Row {
  readonly tenant_id: string
  readonly id: string
  readonly failing_since: Date | null
}

const endpoint = (scope: Scope, id: string) =>
  scope.db<Row>('webhook_endpoints').where({ tenant_id: scope.tenantId, id })

/** Since when; what another worker has written before stays. */
export async function beginFailing(scope: Scope, id: string): Promise<Date | null> {
  const [row] = await endpoint(scope, id)
    .update({ failing_since: scope.db.raw('coalesce(failing_since, ?)', [scope.now()]) } as object)
    .returning('failing_since')
  return row?.failing_since ?? null
}

export async function endFailing(scope: Scope, id: string): Promise<void> {
  await endpoint(scope, id).update({ failing_since: null })
}
