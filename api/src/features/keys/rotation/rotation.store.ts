import type { Environment } from '@sonaqor/contract/access'
import type { Key } from '@sonaqor/contract/keys'
import type { Scope } from '../../../core/scope/index.ts'
import type { KeyRow } from '../keys.store.ts'

interface NewSecret {
  readonly prefix: string
  readonly lastFour: string
  readonly at: Date
  readonly expiresAt: Date | null
  readonly oldEndsAt: Date
}

/** Gives a key that is locked its next secret, and the one that it had an end. */
export async function replaceSecret(
  scope: Scope,
  { id, prefix, lastFour, revision }: Key,
  hash: Buffer,
  next: NewSecret,
): Promise<void> {
  await keyRow(scope, id).update({
    prefix: next.prefix,
    last_four: next.lastFour,
    expires_at: next.expiresAt,
    secret_number: scope.db.raw('secret_number + 1') as never,
    rotated_at: next.at,
    old_prefix: prefix,
    old_last_four: lastFour,
    old_ends_at: next.oldEndsAt,
    revision: revision + 1,
  })
  await scope.db.raw('select directory.register_rotation(?, ?, ?)', [hash, id, prefix])
}

/** An end that has come by the clock of every node; when it came, the event and the audit log say. */
export const ended = new Date(0)

/** Ends the old secret now, which nobody has to be told of later any more. */
export async function cutOverlap(scope: Scope, { id, revision }: Key): Promise<void> {
  await keyRow(scope, id).update({ old_ends_at: ended, revision: revision + 1 })
  await scope.db.raw('select directory.settle_overlap(?)', [id])
}

interface DueOverlap {
  readonly tenant_id: string
  readonly environment: Environment
  readonly key_id: string
}

/** Keys of any tenant whose old secret has ended by the clock without it having been told yet. */
export function dueOverlaps(scope: Scope, max: number): Promise<DueOverlap[]> {
  return scope.through<DueOverlap>('directory.due_overlaps', scope.now(), max)
}

/** Whether this transaction is the one that may tell of the end; one that is still to come stays due. */
export async function settleDueOverlap(scope: Scope, keyId: string): Promise<boolean> {
  const { rows } = await scope.db.raw<{ settled: boolean }>(
    'select directory.settle_due_overlap(?, ?) as settled',
    [keyId, scope.now()],
  )
  return rows[0]?.settled ?? false
}

const keyRow = (scope: Scope, id: string) =>
  scope.db<KeyRow>('api_keys').where({ tenant_id: scope.tenantId, id })
