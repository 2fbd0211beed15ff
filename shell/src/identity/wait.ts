/** After too many wrong passwords nobody may try for a while: how long, as people say it. */
import { ProblemError } from '@sonaqor/contract/client'
import type { Say } from '@sonaqor/ui/texts'
import * as texts from '../texts/en.ts'

/** For how many seconds the server takes no further try, where that is what it refused. */
export function secondsToWait(error: unknown): number | undefined {
  if (!(error instanceof ProblemError) || error.problem.code !== 'quota-exceeded') return undefined
  const [seconds] = /\d+(?= seconds?\.)/.exec(error.problem.detail) ?? []
  return seconds === undefined ? undefined : Number(seconds)
}

export function whenToTry(seconds: number, say: Say): string {
  const minutes = Math.ceil(seconds / 60)
  return minutes > 1 ? say(texts.tryInMinutes, { minutes }) : say(texts.tryInSeconds, { seconds })
}
