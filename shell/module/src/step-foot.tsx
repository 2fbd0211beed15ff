import { adopt, Button, useSingleKeys } from '@sonaqor/ui'
import type { ReactNode } from 'react'
import sheet from './step-foot.css'
import { useStepKeys, type Steps } from './use-step-keys.ts'

adopt(sheet)

/** What the steps are called in words of the list: "Next request", "This is the last request". */
export interface StepNames {
  readonly previous: string
  readonly next: string
  /** In place of `previous` where the list begins, and of `next` where it ends. */
  readonly atStart: string
  readonly atEnd: string
}

export interface StepFootProps {
  readonly steps: Steps
  readonly names: StepNames
  /** One thing at most that can be done with what is open. */
  readonly children?: ReactNode
}

/** The foot of a drawer over a list: the ways to the rows beside the open one, by press or by J and K. */
export function StepFoot({ steps, names, children }: StepFootProps) {
  const foot = useStepKeys(steps)
  const { toPrevious, toNext } = steps
  return (
    <div ref={foot} className="sq-step-foot">
      <Step name={toPrevious ? names.previous : names.atStart} shortcut="K" onStep={toPrevious} />
      <Step name={toNext ? names.next : names.atEnd} shortcut="J" onStep={toNext} />
      {children}
    </div>
  )
}

interface StepProps {
  readonly name: string
  readonly shortcut: string
  readonly onStep: (() => void) | undefined
}

/** A step along the list. At its end the button stays, so that the focus does too, and says so. */
function Step({ name, shortcut, onStep }: StepProps) {
  const hasKeys = useSingleKeys()
  return (
    <Button
      icon="down"
      aria-label={name}
      aria-keyshortcuts={hasKeys ? shortcut : undefined}
      data-end={onStep ? undefined : true}
      title={onStep && hasKeys ? `${name} (${shortcut})` : name}
      onClick={onStep}
    >
      {hasKeys && <kbd aria-hidden="true">{shortcut}</kbd>}
    </Button>
  )
}
