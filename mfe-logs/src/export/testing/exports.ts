import type { ExportManifest } from '@sonaqor/contract/exports'
import type { Job } from '@sonaqor/contract/jobs'
import { ago, dayMs, minuteMs } from '@sonaqor/storybook/fixtures/time'

type JobFile = NonNullable<Job['file']>

export function fileOf(change: Partial<JobFile> = {}): JobFile {
  return {
    fileName: 'logs-2026-11-21.csv',
    bytes: 4_236_112,
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    expiresAt: ago(-6 * dayMs),
    ...change,
  }
}

/** An export of the logs that is under way, unless it is said to be another. */
export function logExport(change: Partial<Job> = {}): Job {
  return {
    id: '01920000-0000-7000-8000-00000000f001',
    kind: 'exports',
    scope: 'logs:read',
    about: { of: 'logs', format: 'csv' },
    environment: 'sandbox',
    madeBy: { kind: 'member', id: '01900000-0000-7000-8000-000000000001', name: 'Ada Marsh' },
    state: 'running',
    stage: 'writing',
    done: 12_000,
    total: 48_210,
    unit: 'rows',
    perSecond: 21_400,
    secondsLeft: 28,
    at: ago(minuteMs),
    startedAt: ago(minuteMs),
    finishedAt: null,
    failure: null,
    file: null,
    ...change,
  }
}

export function manifestOf(): ExportManifest {
  const { id, madeBy, at } = logExport()
  return {
    ...fileOf(),
    id,
    madeBy,
    at,
    of: 'logs',
    format: 'csv',
    filter: {},
    columns: ['id', 'at'],
    rows: 48_210,
    linesSha256: '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752',
    finishedAt: at,
    contract: '0.1.0',
  }
}
