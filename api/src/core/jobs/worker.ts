/** Does the jobs of the features: takes them from the queue and runs each in a scope of its tenant. */
import type { Job, JobResult, PgBoss } from 'pg-boss'
import { systemPrincipal } from '../access/index.ts'
import { createRounds } from '../clock/index.ts'
import { createPool } from '../database/index.ts'
import type { JobRunner } from '../feature/index.ts'
import type { Foundation } from '../foundation/index.ts'
import type { Scope } from '../scope/index.ts'
import type { JobType } from './job-type.ts'
import { handOver, type Envelope } from './hand-over.ts'
import { openQueue } from './queue.ts'

export interface Worker {
  close(): Promise<void>
}

const atOnce = 8

export async function startWorker(
  foundation: Foundation,
  runners: readonly JobRunner[],
): Promise<Worker> {
  const { config, log, bus } = foundation
  const queue = await openQueue(config, log)
  const pool = createPool({ url: config.database.workerUrl, name: 'sonaqor worker', size: 2, log })
  const names = runners.map(({ type }) => type.name)
  const doers = new Map<string, string>()
  for (const runner of runners) {
    await prepare(queue, runner)
    doers.set(runner.type.name, await work(foundation, queue, runner))
  }
  await forgetSchedules(queue, runners)

  const rounds = createRounds(
    async () => {
      const moved = await handOver(pool, queue, names)
      for (const name of moved.keys()) queue.notifyWorker(doers.get(name) ?? '')
      if (moved.size > 0) rounds.now()
    },
    { everyMs: 1000, log },
  )
  const stopHearing = bus.on('jobs', rounds.now)
  return {
    close: async () => {
      stopHearing()
      await rounds.close()
      await queue.stop({ graceful: true, timeout: 10_000 })
      await pool.end()
    },
  }
}

async function prepare(queue: PgBoss, { type, every }: JobRunner): Promise<void> {
  const options = {
    policy: 'exclusive',
    retryLimit: type.tries - 1,
    retryDelay: 5,
    retryBackoff: true,
    expireInSeconds: type.expireSeconds,
    heartbeatSeconds: 15,
  }
  await queue.createQueue(type.name, options)
  const { policy: _, ...changeable } = options
  await queue.updateQueue(type.name, changeable)
  const envelope: Envelope = { tenantId: null, environment: null, payload: {} }
  if (every) await queue.schedule(type.name, every, envelope, { tz: 'UTC' })
}

/** What no feature does any more is not started any more. */
async function forgetSchedules(queue: PgBoss, runners: readonly JobRunner[]): Promise<void> {
  const recurring = new Set(runners.flatMap(({ type, every }) => (every ? type.name : [])))
  for (const { name } of await queue.getSchedules()) {
    if (!recurring.has(name)) await queue.unschedule(name)
  }
}

/** A batch at a time, each of its jobs by itself: one that fails takes no other with it. */
function work(foundation: Foundation, queue: PgBoss, runner: JobRunner): Promise<string> {
  const options = { batchSize: atOnce, pollingIntervalSeconds: 5, perJobResults: true } as const
  return queue.work<Envelope, unknown, typeof options>(runner.type.name, options, (jobs) =>
    Promise.all(jobs.map((job) => run(foundation, runner, job))),
  )
}

async function run(
  { scopes, log, metrics }: Foundation,
  { type, run: act, each }: JobRunner,
  { id, data }: Job<Envelope>,
): Promise<JobResult> {
  const { name } = type
  try {
    const payload = type.payload.parse(data.payload)
    const principal = systemPrincipal(name, data.tenantId, data.environment)
    const isRound = each === 'tenant' && data.tenantId === null
    await scopes.run(principal, (scope) =>
      isRound ? startForEachTenant(scope, type, payload) : act(scope, payload),
    )
    metrics.jobs.inc({ name, outcome: 'done' })
    return { id, status: 'completed' }
  } catch (error) {
    metrics.jobs.inc({ name, outcome: 'failed' })
    log.warn({ err: error, job: id, name }, 'a job failed and will be tried again')
    return { id, status: 'failed', output: { message: String(error) } }
  }
}

/** One that is still waiting or at work for a tenant is not started twice. */
async function startForEachTenant<Payload>(
  scope: Scope,
  type: JobType<Payload>,
  payload: Payload,
): Promise<void> {
  for (const { tenant_id: tenantId } of await scope.through<{ tenant_id: string }>(
    'directory.every_tenant',
  )) {
    await scope.start(type, payload, { tenantId, singleton: `${type.name} ${tenantId}` })
  }
}
