import type { AskStepUp, SteppedUp } from '@sonaqor/embed/host'

/** A question that waits for the person. */
export interface StepUpQuestion {
  /** The one call that it is for; without one the proof holds for a while. */
  readonly operation: string | undefined
  answer(shown: SteppedUp | undefined): void
}

/** Between the host, which asks, and the frame, which draws the question. */
export interface StepUpDesk {
  readonly ask: AskStepUp
  /** The same object for as long as it waits. */
  question(): StepUpQuestion | undefined
  subscribe(listener: () => void): () => void
}

/** Has room for one question; the host asks one after another. */
export function openStepUpDesk(): StepUpDesk {
  const listeners = new Set<() => void>()
  let question: StepUpQuestion | undefined

  function become(next: StepUpQuestion | undefined) {
    question = next
    for (const listener of listeners) listener()
  }

  return {
    ask: (operation) =>
      new Promise((resolve) => {
        become({
          operation,
          answer(shown) {
            become(undefined)
            resolve(shown)
          },
        })
      }),
    question: () => question,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
