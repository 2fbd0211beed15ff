/**
 * What a feature has to say of work that takes long. It is done in steps: each is one transaction, which
 * does a little and says where the next one goes on. Whatever ends a worker, at whatever moment, takes
 * with it no more than the step that had not committed, and the next worker goes on behind the last one
 * that had.
 */
import type { Scope as ScopeName } from '@sonaqor/contract/access'
import type { Job, JobFault } from '@sonaqor/contract/jobs'
import type { z } from 'zod'
import type { Scope } from '../../core/scope/index.ts'

export interface Work<Params, Place> {
  /** Plural, as an area is: `exports`. */
  readonly kind: string
  readonly params: z.ZodType<Params>
  /**
   * Where the next step goes on. It is kept as JSON. A number in it that is named `done` is said to be done
   * once the job was cancelled or has failed, for work that runs ahead of what its steps say.
   */
  readonly place: z.ZodType<Place>
  /**
   * Does about a second of the work, in a scope that sees what whoever started it saw. A place of null is
   * the beginning, of a retry as well: what an earlier attempt left is taken away there.
   */
  step(scope: Scope, task: Task<Params, Place>): Promise<Step<Place>>
  /** In the transaction in which it comes to its end; for whoever has to be told. */
  ended?(scope: Scope, task: Ended<Params>): Promise<void>
}

export interface Task<Params, Place> {
  readonly id: string
  readonly params: Params
  readonly place: Place | null
  readonly madeBy: Job['madeBy']
  readonly askedAt: Date
}

export type Step<Place> = Further<Place> | Over

interface Further<Place> {
  readonly place: Place
  /** What it does now, as a name: `writing`. */
  readonly stage: string
  readonly done: number
  /** Null while nobody knows. */
  readonly total: number | null
  /** How long to wait before the next step, for work that is not to go faster; a second at most. */
  readonly restMs?: number
}

interface Over {
  readonly result: object
  readonly file?: Job['file']
}

export type Ended<Params> = Pick<Task<Params, never>, 'id' | 'params' | 'madeBy'> &
  (
    | { readonly state: 'done'; readonly result: object }
    | { readonly state: 'failed'; readonly failure: Failure }
  )

export interface Failure {
  readonly code: JobFault
  /** For whoever reads the API; screens put the code into words. */
  readonly detail: string
}

/** Ends a job for a reason that trying again does not mend. Whatever else is thrown is tried again. */
export class WorkFailed extends Error {
  override readonly name = 'WorkFailed'
  readonly failure: Failure

  constructor(code: JobFault, detail: string) {
    super(detail)
    this.failure = { code, detail }
  }
}

/** What is asked for when work is started. */
export interface NewWork<Params> {
  readonly params: Params
  /** What shows it to others than whoever starts it, and is taken for starting it again. */
  readonly scope: ScopeName
  /** Names nobody's customer: it is shown to pages that are locked to some as well. */
  readonly about: Job['about']
  readonly unit: string
  /** Left out where it concerns all that whoever starts it sees. */
  readonly environment?: Job['environment'] | undefined
}
