import type { LogHistogram } from '@sonaqor/contract/logs'
import { Button, useLocale, useText } from '@sonaqor/ui'
import * as texts from '../insight/texts/en.ts'
import { mark } from './instants.ts'

export interface UncountedProps {
  readonly of: LogHistogram
  readonly isCounting: boolean
  /** Left out where the server has refused to go on. */
  readonly onGoOn: (() => void) | undefined
}

/** From when on it is counted, and the way further back. */
export function Uncounted({ of, isCounting, onGoOn }: UncountedProps) {
  const say = useText()
  const when = mark(of.completeFrom, of, useLocale())
  const ended = onGoOn ? texts.countedSince : texts.countedNoFurther
  const told = isCounting ? texts.countingFurther : ended
  return (
    <div className="sq-histogram-note">
      <output>{say(told, { when })}</output>
      {onGoOn && (
        <Button size="small" busy={isCounting} onClick={onGoOn}>
          {say(texts.countFurther)}
        </Button>
      )}
    </div>
  )
}
