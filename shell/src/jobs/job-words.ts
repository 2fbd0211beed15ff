import type { Job } from '@sonaqor/contract/jobs'
import type { Say, Text } from '@sonaqor/ui/texts'
import * as texts from './texts/en.ts'

const units: Readonly<Record<string, Text>> = {
  deliveries: texts.deliveriesUnit,
  rows: texts.rowsUnit,
}

/** Work that is younger than this page counts what it says itself. */
export const unitOf = ({ unit }: Pick<Job, 'unit'>, say: Say): string => {
  const word = units[unit]
  return word ? say(word) : unit
}

/** What it is, as a title: "Audit log export, CSV". Work that is younger than this page has no name here. */
export function titleOf({ kind, about }: Pick<Job, 'kind' | 'about'>, say: Say): string {
  if (kind === 'replays') {
    return say(texts.replayOf, { of: about['of'] ?? '', endpoint: about['endpoint'] ?? '' })
  }
  if (kind !== 'exports') return say(texts.otherWork)
  return say(texts.exportOf, { of: about['of'] ?? '', format: about['format'] ?? '' })
}

export const stateOf = ({ state }: Pick<Job, 'state'>, say: Say): string =>
  say(texts.stateName, { state })

export const stageOf = ({ stage }: Pick<Job, 'stage'>, say: Say): string =>
  say(texts.stageName, { stage: stage ?? '' })

/** Why it has failed, and what to do: the name of a case in a text knows no hyphen. */
export const reasonOf = ({ code }: NonNullable<Job['failure']>, say: Say): string =>
  say(texts.failure, { code: code.replaceAll('-', '_') })

/** The same with what support finds it by. */
export const failureOf = (failure: NonNullable<Job['failure']>, say: Say): string =>
  say(texts.failureOf, { reason: reasonOf(failure, say), id: failure.requestId })

export const hasStopped = ({ state }: Pick<Job, 'state'>) =>
  state === 'failed' || state === 'cancelled'

/** Whether there is a file that can still be fetched. */
export const isThere = ({ file }: Pick<Job, 'file'>) =>
  file !== null && new Date(file.expiresAt).getTime() > Date.now()
