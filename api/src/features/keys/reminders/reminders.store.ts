import type { Environment } from '@sonaqor/contract/access'
import type { Scope } from '../../../core/scope/index.ts'

interface DueReminder {
  readonly tenant_id: string
  readonly environment: Environment
  readonly key_id: string
}

/** Keys of any tenant that somebody is to be reminded of, those due longest first. */
export function dueReminders(scope: Scope, max: number): Promise<DueReminder[]> {
  return scope.through<DueReminder>('directory.due_reminders', scope.now(), max)
}

/** Whether this transaction is the one that may remind of the key now; the next time is settled with it. */
export async function settleReminder(scope: Scope, keyId: string): Promise<boolean> {
  const { rows } = await scope.db.raw<{ settled: boolean }>(
    'select directory.settle_reminder(?, ?) as settled',
    [keyId, scope.now()],
  )
  return rows[0]?.settled ?? false
}
