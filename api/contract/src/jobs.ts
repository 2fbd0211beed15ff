/** Background work with stages and progress: people watch it, stop it, and let it go on. */
import { z } from 'zod'
import { Actor } from './audit.ts'
import { get, post } from './endpoint.ts'
import { event } from './event.ts'
import { Page, pageOf } from './page.ts'
import { Environment, Id, Instant, ScopeName, text } from './values.ts'

export const jobStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const
export type JobState = (typeof jobStates)[number]

/** Why a job has failed, for whoever puts it into the words of a language. */
export const jobFaults = ['internal', 'too-large', 'damaged', 'endpoint-stopped'] as const
export type JobFault = (typeof jobFaults)[number]

/** How many of one kind a tenant has waiting or running at once. */
export const jobsAtOnce = 5

const JobFile = z.object({
  fileName: z.string(),
  bytes: z.number().int(),
  sha256: z.string().describe('Of the file as it is downloaded, in hex'),
  expiresAt: Instant.describe('From then on the file is deleted'),
  alsoTakes: z
    .array(ScopeName)
    .optional()
    .describe(
      'What it takes to download it beside the scope of the job, for some of what it holds',
    ),
})

export const Job = z
  .object({
    id: Id,
    kind: z.string().describe('What is done: `exports`'),
    scope: ScopeName.describe(
      'Of what it works on: to resume it, or to start it again, takes it beside `jobs:run`',
    ),
    about: z
      .record(z.string(), z.string())
      .describe('Of what and how, as far as a title has to say it: `{ of: "audit" }`'),
    environment: Environment.nullable().describe('Null where it concerns both'),
    appId: Id.optional().describe('Of the app whose key started it'),
    madeBy: Actor,
    state: z.enum(jobStates),
    stage: z.string().nullable().describe('What it does now: `writing`'),
    done: z.number().int(),
    total: z.number().int().nullable().describe('Null while nobody knows how much there is'),
    unit: z.string().describe('What is counted: `rows`'),
    perSecond: z.number().nullable(),
    secondsLeft: z.number().int().nullable(),
    at: Instant.describe('When it was asked for'),
    startedAt: Instant.nullable(),
    finishedAt: Instant.nullable(),
    failure: z
      .object({
        code: z.enum(jobFaults),
        detail: z.string(),
        requestId: z.string().describe('Of the request that started it; support finds it by that'),
      })
      .nullable(),
    file: JobFile.nullable().describe('What it has made, for a job that makes a file'),
  })
  .meta({ id: 'Job' })
export type Job = z.output<typeof Job>

const JobParams = z.strictObject({ id: Id })

const seen =
  'A job is seen by whoever started it, and by whoever holds the scope of what it works on. A key sees what keys of its app have started, and a partner’s page what the key of its session may see: what that key has started, and what the session holds the scope of.'

export const jobs = {
  list: get('/jobs', {
    access: 'jobs:read',
    summary: 'List background work',
    description: `The newest first. ${seen}`,
    query: z.strictObject({
      ...Page.shape,
      state: z.enum(jobStates).optional(),
      kind: text(40).optional(),
      mine: z.stringbool().optional().describe('Only what whoever asks has started'),
      environment: Environment.optional(),
    }),
    reply: pageOf(Job),
    embeddable: true,
    locked: 'no-customer-data',
  }),
  show: get('/jobs/{id}', {
    access: 'jobs:read',
    summary: 'Show a job and how far it is',
    description: seen,
    params: JobParams,
    reply: Job,
    embeddable: true,
    locked: 'no-customer-data',
  }),
  cancel: post('/jobs/{id}/cancel', {
    access: 'jobs:run',
    summary: 'Cancel a job',
    description: 'What it has done so far is kept for seven days, so that it can be resumed.',
    params: JobParams,
    reply: Job,
    embeddable: true,
    idempotent: true,
  }),
  resume: post('/jobs/{id}/resume', {
    access: 'jobs:run',
    summary: 'Resume a job that failed or was cancelled',
    description: 'It goes on where it stopped.',
    params: JobParams,
    reply: Job,
    embeddable: true,
    idempotent: true,
  }),
  retry: post('/jobs/{id}/retry', {
    access: 'jobs:run',
    summary: 'Start a failed or cancelled job again from its beginning',
    params: JobParams,
    reply: Job,
    embeddable: true,
    idempotent: true,
  }),
}

/** At most once a second while it runs, and with each change of state or stage. */
export const jobEvents = {
  changed: event(
    'jobs.changed',
    'jobs:read',
    z.object({ jobId: Id, madeBy: z.string(), scope: ScopeName }),
    z.object({}),
    // Those who see it, as `jobs.show` has it.
    { id: 'madeBy', orScope: 'scope' },
  ),
}
