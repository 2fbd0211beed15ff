/** Sessions that follow each other while one page is open: one visit, named by the first of them. */
import type { Scope } from '../../core/scope/index.ts'

interface VisitRow {
  readonly tenant_id: string
  readonly visit_id: string
  readonly id: string
  readonly began_at: Date
  readonly entered_at: Date | null
  readonly renewals: number
  readonly continued_by: string | null
  readonly expires_at: Date
  readonly revoked_at: Date | null
  readonly ended_at: Date | null
}

/** All of a visit, the oldest first; they stay as they are until the end of the transaction. */
export type Visit = readonly VisitRow[]

const sessions = (scope: Scope) =>
  scope.inApps(scope.db<VisitRow>('embed_sessions').where({ tenant_id: scope.tenantId }))

/** The visit that a session belongs to; empty where there is no such session. */
export async function lockVisitOf(scope: Scope, id: string): Promise<Visit> {
  const session = await sessions(scope).where({ id }).first('visit_id')
  if (!session) return []
  return sessions(scope).where({ visit_id: session.visit_id }).orderBy('id').forUpdate().select()
}

export const isLive = (scope: Scope, { revoked_at, ended_at, expires_at }: VisitRow): boolean =>
  !revoked_at && !ended_at && expires_at > scope.now()

interface Renewal {
  /** The session that goes on. */
  readonly id: string
  /** The one that its page had before. */
  readonly former: string
  readonly origin: string
}

/**
 * Whether a session may go on where another one was: of the same app, key and user, and entered at the
 * same origin. Tenant and environment are those of the transaction.
 */
export async function mayFollow(scope: Scope, { id, former, origin }: Renewal): Promise<boolean> {
  const { rows } = await scope.db.raw<{ rows: unknown[] }>(
    `select 1
     from embed_sessions f
     join embed_sessions n on n.tenant_id = f.tenant_id and n.environment = f.environment
       and n.app_id = f.app_id and n.key_id = f.key_id
       and n.user_ref is not distinct from f.user_ref
     where f.tenant_id = ? and f.id = ? and f.entered_origin = ? and n.id = ? and n.id <> f.id`,
    [scope.tenantId, former, origin, id],
  )
  return rows.length > 0
}

/** The session is the newest of the visit from now on, and what began with the first goes on in it. */
export async function goOnIn(scope: Scope, visit: Visit, id: string): Promise<void> {
  const [first] = visit
  if (!first) return
  const { tenant_id, visit_id, began_at, entered_at } = first
  await sessions(scope).where({ visit_id }).whereNull('continued_by').update({ continued_by: id })
  const renewals = Math.max(...visit.map((one) => one.renewals)) + 1
  await scope
    .db<VisitRow>('embed_sessions')
    .where({ tenant_id, id })
    .update({ visit_id, began_at, entered_at, renewals })
}
