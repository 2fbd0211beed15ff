import type { LogHistogram } from '@sonaqor/contract/logs'
import { useFoothold } from '@sonaqor/module'
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
  // What was pressed may go away with the answer to it.
  const { place, onFocus } = useFoothold<HTMLDivElement>(false)
  const ended = onGoOn ? texts.countedSince : texts.countedNoFurther
  const told = isCounting ? texts.countingFurther : ended
  return (
    <div ref={place} className="sq-histogram-note" tabIndex={-1} onFocus={onFocus}>
      <output>{say(told, { when })}</output>
      {onGoOn && (
        <Button size="small" busy={isCounting} onClick={onGoOn}>
          {say(texts.countFurther)}
        </Button>
      )}
    </div>
  )
}
