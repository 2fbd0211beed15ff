import type { Client } from '@sonaqor/contract/client'
import { failureOf, StepUpDialog, useText } from '@sonaqor/ui'
import type { StepUpQuestion } from './step-up-desk.ts'
import { useOwnMethods, useSteppingUp } from './use-stepping-up.ts'

export interface StepUpProps {
  readonly api: Pick<Client, 'auth'>
  readonly question: StepUpQuestion
  /** Leads whoever has no second factor to where one is set up. */
  readonly onSetUp: () => void
}

/** Asks for a second factor, for whichever request waits for one. */
export function StepUp({ api, question, onSetUp }: StepUpProps) {
  const say = useText()
  const { operation } = question
  const methods = useOwnMethods(api)
  const stepUp = useSteppingUp(api, operation)

  return (
    <StepUpDialog
      holds={operation ? 'once' : 'a-while'}
      methods={methods}
      onProve={(given) => stepUp(given, (shown) => question.answer(shown))}
      onClose={() => question.answer(undefined)}
      onSetUp={() => {
        question.answer(undefined)
        onSetUp()
      }}
      wordsOf={(error) => failureOf(error, say).reason}
    />
  )
}
