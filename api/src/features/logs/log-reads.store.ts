import { createHash } from 'node:crypto'
import { canonicalJson } from '../../core/crypto/index.ts'
import type { Scope } from '../../core/scope/index.ts'

/**
 * Whether this reading has to be audited: true once per principal, filter and so many seconds, over
 * all processes. One statement decides, so that of two at once only one is told to.
 */
export async function isNewReading(
  scope: Scope,
  filter: unknown,
  everySeconds: number,
): Promise<boolean> {
  const now = scope.now()
  const { rows } = await scope.db.raw(
    `insert into log_reads (tenant_id, reader, filter_hash, audited_at) values (?, ?, ?, ?)
     on conflict (tenant_id, reader, filter_hash) do update set audited_at = excluded.audited_at
     where log_reads.audited_at <= ?
     returning 1`,
    [
      scope.tenantId,
      `${scope.principal.kind} ${scope.principal.id}`,
      createHash('sha256').update(canonicalJson(filter)).digest(),
      now,
      new Date(now.getTime() - everySeconds * 1000),
    ],
  )
  return rows.length > 0
}

export async function forgetReadings(scope: Scope, before: Date): Promise<void> {
  await scope.db.raw('select app.purge_log_reads(?)', [before])
}
