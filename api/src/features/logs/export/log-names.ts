/** Lines as a file has them: with the names of what they hold the ids of, as they are when it is written. */
import type { LogEntry } from '@sonaqor/contract/logs'
import type { Scope } from '../../../core/scope/index.ts'
import { appNames } from '../../apps/index.ts'
import { keyLabels } from '../../keys/index.ts'

/** A line as a file has it: with those names alone that it has a column for. */
export interface NamedEntry extends Omit<LogEntry, 'latencyMs'> {
  /** Null where an imported line does not tell it: no row of a file says nought for what nobody measured. */
  readonly latencyMs: number | null
  readonly appName?: string | null
  readonly keyLabel?: string | null
}

type Names = ReadonlyMap<string, string> | null

export async function withNames(
  scope: Scope,
  lines: readonly LogEntry[],
  columns: readonly string[],
): Promise<NamedEntry[]> {
  const ids = (of: (line: LogEntry) => string) => [...new Set(lines.map(of))]
  const apps: Names = columns.includes('appName')
    ? await appNames(
        scope,
        ids(({ appId }) => appId),
      )
    : null
  const keys: Names = columns.includes('keyLabel')
    ? await keyLabels(
        scope,
        ids(({ keyId }) => keyId),
      )
    : null
  return lines.map((line) => ({
    ...line,
    latencyMs: line.imported?.hasLatency === false ? null : line.latencyMs,
    ...(apps && { appName: apps.get(line.appId) ?? null }),
    ...(keys && { keyLabel: keys.get(line.keyId) ?? null }),
  }))
}
