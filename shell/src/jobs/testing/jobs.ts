import type { Job } from '@sonaqor/contract/jobs'
import { ago, dayMs, hourMs, minuteMs } from '@sonaqor/storybook/fixtures/time'

export function jobOf(change: Partial<Job> = {}): Job {
  return {
    id: '01920000-0000-7000-8000-00000000f001',
    kind: 'exports',
    scope: 'audit:read',
    about: { of: 'audit', format: 'csv' },
    environment: null,
    madeBy: { kind: 'member', id: '01900000-0000-7000-8000-000000000001', name: 'Ada Marsh' },
    state: 'running',
    stage: 'writing',
    done: 412_000,
    total: 1_000_000,
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

const over = { stage: 'checking', perSecond: null, secondsLeft: null } as const

type JobFile = NonNullable<Job['file']>

export function fileOf(change: Partial<JobFile> = {}): JobFile {
  return {
    fileName: 'audit-2026-11-21.csv',
    bytes: 4_236_112,
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    expiresAt: ago(-6 * dayMs),
    ...change,
  }
}

export const doneJob = jobOf({
  ...over,
  id: '01920000-0000-7000-8000-00000000f002',
  state: 'done',
  done: 48_210,
  total: 48_210,
  at: ago(3 * hourMs),
  finishedAt: ago(3 * hourMs - minuteMs),
  file: fileOf(),
})

export const failedJob = jobOf({
  ...over,
  id: '01920000-0000-7000-8000-00000000f003',
  about: { of: 'audit', format: 'jsonl' },
  state: 'failed',
  done: 12_000,
  at: ago(dayMs),
  finishedAt: ago(dayMs - minuteMs),
  failure: {
    code: 'internal',
    detail: 'Something went wrong on our side.',
    requestId: '01920000-0000-7000-8000-0000000000aa',
  },
})

export const expiredJob = jobOf({
  ...over,
  id: '01920000-0000-7000-8000-00000000f004',
  state: 'done',
  done: 31_002,
  total: 31_002,
  at: ago(20 * dayMs),
  finishedAt: ago(20 * dayMs - minuteMs),
  file: fileOf({ expiresAt: ago(13 * dayMs) }),
})

export const waitingJob = jobOf({
  id: '01920000-0000-7000-8000-00000000f005',
  state: 'queued',
  stage: null,
  done: 0,
  total: null,
  perSecond: null,
  secondsLeft: null,
  startedAt: null,
})

export const cancelledJob = jobOf({
  ...over,
  id: '01920000-0000-7000-8000-00000000f006',
  state: 'cancelled',
  at: ago(2 * dayMs),
  finishedAt: ago(2 * dayMs - minuteMs),
})

export const jobs = [waitingJob, jobOf(), doneJob, failedJob, cancelledJob, expiredJob]
