import type { Job } from '@sonaqor/contract/jobs'
import type { JobState } from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import type { ExportWords } from './exported.ts'
import * as texts from './texts/en.ts'

/** Where an export stands, but for what can be done with its file. */
export function stateOf(job: Job, words: ExportWords, say: Say): JobState {
  const { failure, state } = job
  if (state === 'queued') return { status: 'waiting' }
  const reached = reachedOf(job, words, say)
  if (state === 'cancelled') return { status: 'cancelled', reached }
  if (state === 'failed') {
    return { status: 'failed', reason: failure ? reasonOf(failure, say) : '', reached }
  }
  if (state === 'running') return runningOf(job, say)
  return { status: 'done', result: words.counted(job.done) }
}

/** What is kept of one that stopped, on which it can go on. */
function reachedOf({ done, total }: Job, { unit }: ExportWords, say: Say): string | undefined {
  if (done === 0) return undefined
  return say(texts.stoppedAt, {
    done,
    total: total ?? 0,
    isKnown: total === null ? 'no' : 'yes',
    unit,
  })
}

function runningOf(job: Job, say: Say): JobState {
  const { done, total, perSecond, secondsLeft } = job
  const stage = say(texts.exportStage, { stage: job.stage ?? '' })
  // With all of it done and the end not reached, nobody knows how long that takes.
  if (total !== null && done >= total) return { status: 'running', stage }
  return {
    status: 'running',
    stage,
    figures: {
      done,
      total: total ?? undefined,
      perSecond: perSecond ?? undefined,
      leftMs: secondsLeft === null ? undefined : secondsLeft * 1000,
    },
  }
}

/** Why it has failed, and a way on; the name of a case in a text knows no hyphen. */
function reasonOf({ code, requestId }: NonNullable<Job['failure']>, say: Say): string {
  const reason = say(texts.exportFailure, { code: code.replaceAll('-', '_') })
  return say(texts.exportFailureOf, { reason, id: requestId })
}
