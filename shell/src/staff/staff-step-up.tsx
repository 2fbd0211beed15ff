import { failureOf, StepUpDialog, useText, type FactorProof } from '@sonaqor/ui'
import { shownHere } from '../identity/knows-passkeys.ts'
import { answerTo, proofOf } from '../identity/proof.ts'
import { useReading } from '../identity/use-reading.ts'
import type { StepUpQuestion } from '../step-up/step-up-desk.ts'
import type { StaffApi } from './staff-api.ts'

interface StaffStepUpProps {
  readonly api: StaffApi
  readonly question: StepUpQuestion
}

/** Asks for a second factor again, before an act that takes one. */
export function StaffStepUp({ api, question }: StaffStepUpProps) {
  const say = useText()
  const methods = useReading(async () => shownHere((await api.staff.stepUpOptions()).methods))
  const giveUp = () => question.answer(undefined)
  const prove = async (given: FactorProof) => {
    const answer = await answerTo(async () => {
      const ask = async () => (await api.staff.stepUpOptions()).options ?? {}
      await api.staff.stepUp({ body: await proofOf(given, ask) })
    })
    if (answer === 'proved') question.answer({ proof: null })
    return answer
  }
  return (
    <StepUpDialog
      holds="a-while"
      methods={methods}
      onProve={prove}
      onClose={giveUp}
      onSetUp={giveUp}
      wordsOf={(error) => failureOf(error, say).reason}
    />
  )
}
