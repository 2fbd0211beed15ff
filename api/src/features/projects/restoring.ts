/** What deleting and restoring have in common, whatever is deleted. */
import { restorableDays } from '@sonaqor/contract/deletion'
import { requireStepUp } from '../../core/access/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'

const dayMs = 24 * 3_600_000

export interface DeletableRow {
  readonly deleted_at: Date | null
  readonly purged_at: Date | null
}

const endOf = (deletedAt: Date) => new Date(deletedAt.getTime() + restorableDays * dayMs)

/** The fields that say whether it is there, and until when it can be brought back. */
export function deletionOf({ deleted_at: deletedAt, purged_at: purgedAt }: DeletableRow) {
  return {
    deletedAt: deletedAt?.toISOString() ?? null,
    restorableUntil: deletedAt && !purgedAt ? endOf(deletedAt).toISOString() : null,
  }
}

/** Before this moment what was deleted cannot be restored any more, purged or not yet. */
export function restorableSince(scope: Scope): Date {
  return new Date(scope.now().getTime() - restorableDays * dayMs)
}

/** Whoever ends keys of the real world says what they are about to delete, and proves who they are. */
export async function requireConfirmed(
  scope: Scope,
  { name, keys }: { readonly name: string; readonly keys: number },
  confirm: string | undefined,
): Promise<void> {
  if (keys === 0) return
  if (confirm === name) return requireStepUp(scope, 'session')
  const ending = keys === 1 ? '1 active production key' : `${keys} active production keys`
  throw new Problem('invalid', {
    detail: `This would end ${ending}. Send its name as confirm to do it.`,
    errors: [{ detail: `must be its name, for it would end ${ending}`, pointer: '?confirm' }],
  })
}
