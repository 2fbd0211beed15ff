import type { audit, AuditCheckpoint } from '@sonaqor/contract/audit'
import type { InputOf } from '@sonaqor/contract/endpoint'
import {
  signingKeys,
  verifyAudit,
  type Anchor,
  type SigningKeys,
} from '../../../core/audit/index.ts'
import { page, type PageReply } from '../../../core/paging/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import type { CheckpointSink, SentCheckpoint } from './checkpoint-sink.ts'
import {
  checkpointsBetween,
  insertCheckpoint,
  insertReceipt,
  lengthOfChain,
  newestCheckpoint,
  sentCheckpoints,
  unsentCheckpoints,
  type CheckpointRow,
  type SentRow,
} from './checkpoints.store.ts'

/** A checkpoint is due after so many entries or, where there is any news, after so long. */
export const checkpointEvery = { entries: 1000, ms: 3_600_000 }

const sentAtOnce = 100

/**
 * Signs how the chain of the tenant stands, if that is due. What came since the last checkpoint is
 * verified first: a chain that does not hold is told, and nothing of it is vouched for.
 */
export async function makeCheckpoint(scope: Scope): Promise<void> {
  const last = await newestCheckpoint(scope)
  const news = (await lengthOfChain(scope)) - (last?.sequence ?? 0)
  const age = last ? scope.now().getTime() - last.at.getTime() : Number.POSITIVE_INFINITY
  if (news <= 0 || (news < checkpointEvery.entries && age < checkpointEvery.ms)) return
  const from = (last?.sequence ?? 0) + 1
  const verified = await verifyAudit(scope, { from })
  if (!verified.intact) {
    const { brokenAt, fault } = verified
    scope.log.error({ tenantId: scope.tenantId, brokenAt, fault }, 'an audit chain does not hold')
    return
  }
  const keys = signingKeys(scope.secrets)
  const sequence = from + verified.entries - 1
  const at = scope.now()
  const payload = { tenant: scope.tenantId, sequence, head: verified.head, at: at.toISOString() }
  const signed = keys.sign('audit-checkpoint', payload)
  await insertCheckpoint(scope, {
    tenant_id: scope.tenantId,
    sequence,
    head: verified.head,
    at,
    key_id: keys.newest,
    signed,
  })
  // Our log leaves the machine by whatever collects logs there; nobody is told that it has.
  scope.afterCommit(() =>
    scope.log.info({ checkpoint: { ...payload, signed } }, 'an audit checkpoint'),
  )
}

/** Whether there is any that has not left yet. */
export async function hasUnsent(scope: Scope): Promise<boolean> {
  return (await unsentCheckpoints(scope, 1)).length > 0
}

/**
 * Sends what has not left yet, oldest first, and notes each as it has arrived. No transaction is open
 * while somebody else's server takes its time.
 */
export async function sendCheckpoints(scope: Scope, sink: CheckpointSink): Promise<void> {
  const rows = await scope.keep((_, kept) => unsentCheckpoints(kept, sentAtOnce))
  for (const row of rows) {
    await sink.send(sentForm(row))
    await scope.keep((_, kept) => insertReceipt(kept, row.sequence))
  }
}

const sentForm = (row: CheckpointRow): SentCheckpoint => ({
  tenant: row.tenant_id,
  sequence: row.sequence,
  head: row.head,
  at: row.at.toISOString(),
  keyId: row.key_id,
  signed: row.signed,
})

/** What the checkpoints know of a part of the chain, each held against its own signature. */
export async function anchorsBetween(scope: Scope, from: number, to: number): Promise<Anchor[]> {
  const keys = signingKeys(scope.secrets)
  const rows = await checkpointsBetween(scope, from, to)
  return rows.map((row) => ({
    sequence: row.sequence,
    head: row.head,
    isGenuine: isGenuine(keys, row),
  }))
}

function isGenuine(keys: SigningKeys, row: CheckpointRow): boolean {
  const said = keys.read(row.signed)
  const { tenant, sequence, head, at } = sentForm(row)
  return JSON.stringify(said) === JSON.stringify({ tenant, sequence, head, at })
}

type ListQuery = InputOf<typeof audit.checkpoints>['query']

export function listCheckpoints(
  scope: Scope,
  { limit, cursor }: ListQuery,
): Promise<PageReply<AuditCheckpoint>> {
  return page<SentRow, AuditCheckpoint>(scope, sentCheckpoints(scope), {
    limit,
    cursor,
    sort: [{ column: 'sequence', order: 'desc' }],
    filter: ['audit checkpoints'],
    item: (row) => ({
      sequence: row.sequence,
      head: row.head,
      at: row.at.toISOString(),
      keyId: row.key_id,
      signed: row.signed,
      sentAt: row.sent_at?.toISOString() ?? null,
    }),
  })
}
