import { failureOf, StepUpDialog, useText, type FactorProof } from '@sonaqor/ui'
import { answerTo } from '../../identity/proof.ts'
import type { StepUpQuestion } from '../../step-up/step-up-desk.ts'
import type { StaffApi } from '../staff-api.ts'
import { useStepUp } from './use-sign-in.ts'

interface StaffStepUpProps {
  readonly api: StaffApi
  readonly question: StepUpQuestion
}

/** Asks for a second factor again, before an act that takes one. */
export function StaffStepUp({ api, question }: StaffStepUpProps) {
  const say = useText()
  const { operation } = question
  const { methods, stepUp } = useStepUp(api, operation)
  const giveUp = () => question.answer(undefined)
  const prove = (given: FactorProof) => answerTo(async () => question.answer(await stepUp(given)))
  return (
    <StepUpDialog
      holds={operation ? 'once' : 'a-while'}
      methods={methods}
      onProve={prove}
      onClose={giveUp}
      onSetUp={giveUp}
      wordsOf={(error) => failureOf(error, say).reason}
    />
  )
}
