/** Jobs as their readers see them. */
import type { InputOf } from '@sonaqor/contract/endpoint'
import type { Job, jobs } from '@sonaqor/contract/jobs'
import { page, type PageReply } from '../../core/paging/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { seenBy, type JobRow } from './jobs.store.ts'

type Query = InputOf<typeof jobs.list>['query']

export function listJobs(
  scope: Scope,
  { limit, cursor, ...filter }: Query,
): Promise<PageReply<Job>> {
  const { state, kind, mine } = filter
  const query = seenBy(scope).select('*')
  if (state) void query.where({ state })
  if (kind) void query.where({ kind })
  if (mine) void query.where({ made_by: scope.principal.id })
  return page<JobRow, Job>(scope, query, {
    limit,
    cursor,
    sort: [{ column: 'id', order: 'desc' }],
    filter: ['jobs', filter],
    item: jobOf,
  })
}

export function jobOf(row: JobRow): Job {
  return {
    id: row.id,
    kind: row.kind,
    scope: row.scope,
    about: row.about,
    environment: row.environment,
    ...(row.app_id ? { appId: row.app_id } : {}),
    madeBy: makerOf(row),
    state: row.state,
    stage: row.stage,
    done: row.done,
    total: row.total,
    unit: row.unit,
    ...paceOf(row),
    at: row.at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
    failure: row.failure && { ...row.failure, requestId: row.request_id },
    file: row.file,
  }
}

export const makerOf = (row: JobRow): Job['madeBy'] => ({
  kind: row.made_by_kind,
  id: row.made_by,
  name: row.made_by_name,
})

/** Before so long nobody can tell how fast it goes. */
const soonestMs = 500

/** How fast it goes in this stage, and how long it takes at that; nothing of what does not run. */
function paceOf(row: JobRow): Pick<Job, 'perSecond' | 'secondsLeft'> {
  const elapsedMs = row.moved_at.getTime() - (row.stage_since ?? row.moved_at).getTime()
  const done = row.done - row.stage_from
  if (row.state !== 'running' || elapsedMs < soonestMs || done <= 0) {
    return { perSecond: null, secondsLeft: null }
  }
  const perSecond = (done * 1000) / elapsedMs
  const left = row.total === null ? null : Math.max(row.total - row.done, 0)
  return { perSecond, secondsLeft: left === null ? null : Math.ceil(left / perSecond) }
}
