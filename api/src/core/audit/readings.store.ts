import { createHash } from 'node:crypto'
import type { AuditAction } from '@sonaqor/contract/audit-actions'
import { canonicalJson } from '../crypto/index.ts'
import type { Scope } from '../scope/index.ts'

const auditEverySeconds = 5 * 60

/**
 * Audits that something sensitive is read: once for each reader, filter and while, not for every page
 * of it, and before the first of it is shown.
 */
export async function auditReading(
  scope: Scope,
  action: AuditAction,
  filter: object,
  target?: string,
): Promise<void> {
  await scope.keep(async (_, kept) => {
    if (await isNewReading(kept, action, filter)) kept.audit({ action, target, after: filter })
  })
}

/** One statement decides, over all processes, so that of two at once only one is told to. */
async function isNewReading(scope: Scope, action: string, filter: object): Promise<boolean> {
  const now = scope.now()
  const { rows } = await scope.db.raw(
    `insert into readings (tenant_id, reader, filter_hash, audited_at) values (?, ?, ?, ?)
     on conflict (tenant_id, reader, filter_hash) do update set audited_at = excluded.audited_at
     where readings.audited_at <= ?
     returning 1`,
    [
      scope.tenantId,
      `${scope.principal.kind} ${scope.principal.id}`,
      createHash('sha256')
        .update(canonicalJson([action, filter]))
        .digest(),
      now,
      new Date(now.getTime() - auditEverySeconds * 1000),
    ],
  )
  return rows.length > 0
}

/** What was audited so long ago that it is audited again anyway need not be remembered. */
export async function forgetReadings(scope: Scope, before: Date): Promise<void> {
  await scope.db.raw('select app.purge_readings(?)', [before])
}
