import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Banner } from '../banner/banner.tsx'
import { Button } from '../button/button.tsx'
import { Form } from '../field/form.tsx'
import { adopt } from '../styles/adopt.ts'
import * as texts from '../texts/en.ts'
import { useText } from '../texts/use-text.ts'
import { StepBody } from './step-body.tsx'
import { Steps } from './steps.tsx'
import { Summary, type Answer } from './summary.tsx'
import sheet from './wizard.css'

adopt(sheet)

export interface WizardStep {
  readonly id: string
  readonly title: string
  /** One line that says what is asked for. */
  readonly purpose?: string
  /** The questions. Their answers live with the caller, so that nothing is lost on the way back. */
  readonly content: ReactNode
  /**
   * Asked before one goes on. Words say what is wrong; where the fields say so themselves, `false`
   * is enough.
   */
  readonly check?: () => Verdict | Promise<Verdict>
  /** What was answered, as the summary tells it. */
  readonly answers: readonly Answer[]
}

export type Verdict = boolean | string

export interface WizardProps {
  /** What the steps lead to: "Create an endpoint". */
  readonly label: string
  readonly steps: readonly WizardStep[]
  /** The verb of the last step: "Create endpoint". */
  readonly finish: string
  /** Rejects when it did not come about; the answers stay, and its words are shown. */
  readonly onFinish: () => Promise<void>
  readonly onCancel?: () => void
  /** Puts what was thrown into words. */
  readonly wordsOf: (error: unknown) => string
}

/** Questions one after another, and a summary before anything is done. */
export function Wizard({ label, steps, finish, onFinish, onCancel, wordsOf }: WizardProps) {
  const say = useText()
  const [at, setAt] = useState(0)
  const [moved, setMoved] = useState(false)
  const [busy, setBusy] = useState(false)
  const { body, fault, setFault } = useFault()
  const step = steps[at]

  const goTo = (index: number) => {
    setFault(undefined)
    setMoved(true)
    setAt(index)
  }
  const wander = (index: number) => {
    if (!busy) goTo(index)
  }

  const goOn = async () => {
    if (busy) return
    setBusy(true)
    try {
      if (!step) return await onFinish()
      const verdict = (await step.check?.()) ?? true
      if (verdict === true) goTo(at + 1)
      else setFault({ words: verdict || undefined })
    } catch (error) {
      setFault({ words: wordsOf(error) })
    } finally {
      setBusy(false)
    }
  }

  return (
    <section className="sq-wizard" aria-label={label}>
      <Steps
        titles={[...steps.map(({ title }) => title), say(texts.checkAndConfirm)]}
        at={at}
        onGo={wander}
      />
      <Form
        onSubmit={() => void goOn()}
        actions={
          <>
            {at === 0 ? (
              onCancel && <Button onClick={onCancel}>{say(texts.cancel)}</Button>
            ) : (
              <Button onClick={() => wander(at - 1)}>{say(texts.back)}</Button>
            )}
            <Button look="primary" type="submit" busy={busy}>
              {step ? say(texts.next) : finish}
            </Button>
          </>
        }
      >
        <StepBody
          key={at}
          ref={body}
          arrives={moved}
          title={step?.title ?? say(texts.checkAndConfirm)}
          purpose={step ? step.purpose : say(texts.nothingDoneYet)}
        >
          {step ? step.content : <Summary steps={steps} onGo={wander} />}
        </StepBody>
        {fault?.words && (
          <Banner tone="danger" title={say(step ? texts.somethingMissing : texts.notFinished)}>
            {fault.words}
          </Banner>
        )}
      </Form>
    </section>
  )
}

/** Where a hindrance stands: the first field that is marked; a group marks what is around it. */
const marked =
  ':is(input, select, textarea)[aria-invalid="true"], :is([aria-invalid="true"], [data-invalid]) input'

/** What keeps a step from being left. The focus goes to where it can be mended. */
function useFault() {
  const body = useRef<HTMLDivElement>(null)
  const [fault, setFault] = useState<{ readonly words: string | undefined }>()
  useEffect(() => {
    if (fault) body.current?.querySelector<HTMLElement>(marked)?.focus()
  }, [fault])
  return { body, fault, setFault }
}
