import type { Client } from '@sonaqor/contract/client'
import type { SteppedUp } from '@sonaqor/embed/host'
import { failureOf, StepUpDialog, useText, type FactorProof } from '@sonaqor/ui'
import { shownHere } from '../identity/knows-passkeys.ts'
import { answerTo, proofOf } from '../identity/proof.ts'
import { useReading } from '../identity/use-reading.ts'
import type { StepUpQuestion } from './step-up-desk.ts'

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
  const methods = useReading(async () => shownHere((await api.auth.stepUpOptions()).methods))

  const prove = async (given: FactorProof) => {
    let shown: SteppedUp | undefined
    const answer = await answerTo(async () => {
      const proof = await proofOf(given, async () => {
        // What a passkey signs is good for a few minutes; the dialog may have stood there for longer.
        const { options } = await api.auth.stepUpOptions()
        return options ?? {}
      })
      shown = await api.auth.stepUp({ body: { ...proof, ...(operation && { operation }) } })
    })
    if (shown) question.answer(shown)
    return answer
  }

  return (
    <StepUpDialog
      holds={operation ? 'once' : 'a-while'}
      methods={methods}
      onProve={prove}
      onClose={() => question.answer(undefined)}
      onSetUp={() => {
        question.answer(undefined)
        onSetUp()
      }}
      wordsOf={(error) => failureOf(error, say).reason}
    />
  )
}
