import { useText } from '@sonaqor/ui'
import * as care from '../texts/en.ts'
import { Calls } from './calls.tsx'
import { lostCalls } from './reach-of.ts'

export interface LostCallsProps {
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** Many are counted at first, so that the question about them stays in view. */
const inView = 4

/** What a key is refused from its next request on, once some of its scopes are gone. */
export function LostCalls({ before, after }: LostCallsProps) {
  const say = useText()
  const lost = lostCalls(before, after)
  if (lost.length === 0) return null
  return (
    <details className="sq-reach" open={lost.length <= inView}>
      <summary>{say(care.refusedThen, { count: lost.length })}</summary>
      <div>
        <Calls of={lost} />
      </div>
    </details>
  )
}
