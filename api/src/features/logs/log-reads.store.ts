import type { Scope } from '../../core/scope/index.ts'

export async function forgetReadings(scope: Scope, before: Date): Promise<void> {
  await scope.db.raw('select app.purge_log_reads(?)', [before])
}
