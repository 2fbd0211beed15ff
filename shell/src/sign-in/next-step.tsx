import { Failed, useText } from '@sonaqor/ui'
import * as texts from '../texts/en.ts'
import { laterSteps } from './later-steps-part.ts'
import type { SecondStepProps } from './second-step.tsx'

/** The second step, once it has come. */
export function NextStep(props: SecondStepProps) {
  const say = useText()
  const part = laterSteps.useNow()
  if (part.name === 'here') return <part.part.SecondStep {...props} />
  if (part.name === 'coming') {
    return (
      <p aria-busy aria-live="polite">
        {say(texts.oneMoment)}
      </p>
    )
  }
  const failure = {
    title: say(texts.notOpened),
    reason: say(texts.noAnswer),
    advice: say(texts.checkConnection),
  }
  return <Failed failure={failure} onRetry={() => void laterSteps.load()} />
}
