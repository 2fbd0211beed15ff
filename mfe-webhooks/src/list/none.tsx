import { useText } from '@sonaqor/ui'
import * as texts from '../texts/en.ts'

/** A figure that was not measured, which is not nought. */
export function None() {
  const say = useText()
  return (
    <span className="sq-wh-quiet">
      <span aria-hidden="true">–</span>
      <span className="sq-unseen">{say(texts.notMeasured)}</span>
    </span>
  )
}
