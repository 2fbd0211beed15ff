import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '../button/button.tsx'
import { Icon } from '../icon/icon.tsx'

/** What is asked before a dialog is closed in which there is something to lose. */
export interface Leaving {
  /** "Discard what you have entered?" */
  readonly question: string
  /** The answer that lets it close, as the words of a button: "Discard". */
  readonly leave: string
  /** The mild one: "Keep editing". */
  readonly stay: string
}

/** Closes a dialog at once, or asks first where there is something to lose. */
export function useLeaving(leaving: Leaving | undefined, onClose: () => void) {
  const [wasAsked, setAsked] = useState(false)
  return {
    isAsked: wasAsked && leaving !== undefined,
    /** Somebody wishes to close it. */
    wish: () => (leaving ? setAsked(true) : onClose()),
    stay: () => setAsked(false),
  }
}

interface QuestionProps extends Leaving {
  readonly onLeave: () => void
  readonly onStay: () => void
}

/**
 * Stands at the top of the dialog. The mild answer has the focus, and the question is read with it;
 * who stays goes on where they were.
 */
export function Question({ question, leave, stay, onLeave, onStay }: QuestionProps) {
  const id = useId()
  const mild = useRef<HTMLButtonElement>(null)
  const before = useRef<Element>(null)

  useEffect(() => {
    // Seen from outside, a shadow root hides what has the focus in it.
    const root = mild.current?.getRootNode()
    if (root instanceof ShadowRoot || root instanceof Document) before.current = root.activeElement
    mild.current?.focus()
  }, [])

  const goOn = () => {
    if (before.current instanceof HTMLElement) before.current.focus()
    onStay()
  }

  return (
    <section className="sq-dialog-question" aria-labelledby={id}>
      <Icon name="alert" />
      <p id={id}>{question}</p>
      <div className="sq-dialog-answers">
        <Button ref={mild} size="small" aria-describedby={id} onClick={goOn}>
          {stay}
        </Button>
        <Button size="small" look="danger" onClick={onLeave}>
          {leave}
        </Button>
      </div>
    </section>
  )
}
