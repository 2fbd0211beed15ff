/** What a file of log lines is made of, and its rows in an order that never changes. */
import type { LogSearch } from '@sonaqor/contract/logs'
import type { Table } from '../../../core/row-files/index.ts'
import type { NamedEntry } from './log-names.ts'

export interface LogExportFilter extends LogSearch {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** A new column goes to the end: whoever reads a file by the places of its columns goes on reading it. */
export const logTable: Table<NamedEntry> = {
  columns: [
    'id',
    'at',
    'environment',
    'appId',
    'keyId',
    'keyPrefix',
    'method',
    'path',
    'status',
    'latencyMs',
    'ip',
    'requestId',
    'appName',
    'keyLabel',
  ],
  cells: (line) => [
    line.id,
    line.at,
    line.environment,
    line.appId,
    line.keyId,
    line.keyPrefix,
    line.method,
    line.path,
    line.status,
    line.latencyMs,
    line.ip,
    line.requestId,
    line.appName ?? null,
    line.keyLabel ?? null,
  ],
}
