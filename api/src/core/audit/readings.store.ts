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
  appId?: string,
): Promise<void> {
  const environment = environmentIn(scope, filter)
  await scope.keep(async (_, kept) => {
    if (!(await isNewReading(kept, action, filter))) return
    kept.audit({ action, target, environment, appId, after: filter })
  })
}

/** What is read of one environment alone stands in it, also where nothing else is narrowed to it. */
function environmentIn(scope: Scope, filter: { readonly environment?: unknown }) {
  return scope.environments.find((held) => held === filter.environment)
}

/**
 * Notes that whatever comes in under a filter is read from now on, by a list that was audited: who goes on
 * to follow it has been told of already.
 */
export async function noteFollowed(scope: Scope, action: AuditAction, filter: object) {
  if (await isFollowed(scope, action, filter)) return
  await scope.keep((_, kept) => isNewReading(kept, followed(action), filter))
}

/** Whether a list of the same filter was read by the same reader, not long ago. */
export async function isFollowed(scope: Scope, action: AuditAction, filter: object) {
  const { tenantId: tenant_id } = scope
  const key = { tenant_id, reader: readerOf(scope), filter_hash: hashOf(followed(action), filter) }
  const found = await scope
    .db('readings')
    .where(key)
    .where('audited_at', '>', lastOf(scope))
    .first()
  return found !== undefined
}

const followed = (action: AuditAction) => `${action} and on`
const readerOf = ({ principal: { kind, id } }: Scope) => `${kind} ${id}`
const lastOf = (scope: Scope) => new Date(scope.now().getTime() - auditEverySeconds * 1000)
const hashOf = (action: string, filter: object) =>
  createHash('sha256')
    .update(canonicalJson([action, filter]))
    .digest()

/** One statement decides, over all processes, so that of two at once only one is told to. */
async function isNewReading(scope: Scope, action: string, filter: object): Promise<boolean> {
  const { rows } = await scope.db.raw(
    `insert into readings (tenant_id, reader, filter_hash, audited_at) values (?, ?, ?, ?)
     on conflict (tenant_id, reader, filter_hash) do update set audited_at = excluded.audited_at
     where readings.audited_at <= ?
     returning 1`,
    [scope.tenantId, readerOf(scope), hashOf(action, filter), scope.now(), lastOf(scope)],
  )
  return rows.length > 0
}

/** What was audited so long ago that it is audited again anyway need not be remembered. */
export async function forgetReadings(scope: Scope, before: Date): Promise<void> {
  await scope.db.raw('select app.purge_readings(?)', [before])
}
