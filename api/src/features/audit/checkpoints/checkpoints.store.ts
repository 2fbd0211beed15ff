import type { Scope } from '../../../core/scope/index.ts'

export interface CheckpointRow {
  tenant_id: string
  sequence: number
  head: string
  at: Date
  key_id: string
  signed: string
}

export interface SentRow extends CheckpointRow {
  sent_at: Date | null
}

const ofTenant = (scope: Scope) =>
  scope.db<CheckpointRow>('audit_checkpoints').where({ tenant_id: scope.tenantId })

export async function lengthOfChain(scope: Scope): Promise<number> {
  const head = await scope
    .db<{ tenant_id: string; sequence: number }>('audit_heads')
    .where({ tenant_id: scope.tenantId })
    .first()
  return head?.sequence ?? 0
}

export async function newestCheckpoint(scope: Scope): Promise<CheckpointRow | undefined> {
  return ofTenant(scope).orderBy('sequence', 'desc').first()
}

export async function checkpointsBetween(
  scope: Scope,
  from: number,
  to: number,
): Promise<CheckpointRow[]> {
  return ofTenant(scope).whereBetween('sequence', [from, to]).orderBy('sequence')
}

/** Of two processes that sign the same place, the first is kept. */
export async function insertCheckpoint(scope: Scope, row: CheckpointRow): Promise<void> {
  await scope.db<CheckpointRow>('audit_checkpoints').insert(row).onConflict().ignore()
}

/** All of them, with when each had arrived outside. */
export function sentCheckpoints(scope: Scope) {
  return scope
    .db<SentRow>('audit_checkpoints as c')
    .leftJoin('audit_checkpoint_receipts as r', (on) =>
      on.on('r.tenant_id', 'c.tenant_id').on('r.sequence', 'c.sequence'),
    )
    .where('c.tenant_id', scope.tenantId)
    .select<SentRow[]>('c.*', 'r.sent_at')
}

export async function unsentCheckpoints(scope: Scope, bound: number): Promise<SentRow[]> {
  return sentCheckpoints(scope).whereNull('r.sent_at').orderBy('c.sequence').limit(bound)
}

export async function insertReceipt(scope: Scope, sequence: number): Promise<void> {
  await scope
    .db('audit_checkpoint_receipts')
    .insert({ tenant_id: scope.tenantId, sequence, sent_at: scope.now() })
    .onConflict()
    .ignore()
}
