import type { Hold } from '@sonaqor/module'
import type { Say } from '@sonaqor/module/texts'
import { buttonThat, elementOf, iconOf } from '../stage/draw.ts'
import * as texts from '../texts/en.ts'

export interface Question {
  readonly element: HTMLElement
  ask(hold: Hold): void
  /** Puts the question into other words; whoever is being asked stays where they are. */
  word(hold: Hold): void
  drop(): void
  draw(say: Say): void
}

/** Stands at the top of a dialog that somebody would close too early. The mild answer has the focus. */
export function createQuestion(onLeave: () => void): Question {
  const text = elementOf('p', 'asked')
  const stay = buttonThat('', () => {
    drop()
    before?.focus()
  })
  const leave = buttonThat('', onLeave)
  const words = elementOf('div', '', text, elementOf('div', 'answers', stay, leave))
  const element = elementOf('div', 'question', iconOf('alert'), words)
  element.role = 'alert'
  element.hidden = true
  let before: HTMLElement | undefined

  function drop() {
    element.hidden = true
  }

  function word(hold: Hold) {
    text.textContent = hold.question
    leave.textContent = hold.leave
  }

  return {
    element,
    ask(hold) {
      if (element.hidden) before = focusedBeside(element)
      word(hold)
      element.hidden = false
      stay.focus()
    },
    word,
    drop,
    draw(say) {
      stay.textContent = say(texts.stay)
    },
  }
}

function focusedBeside(element: HTMLElement): HTMLElement | undefined {
  const root = element.getRootNode()
  const focused = root instanceof ShadowRoot ? root.activeElement : null
  return focused instanceof HTMLElement ? focused : undefined
}
