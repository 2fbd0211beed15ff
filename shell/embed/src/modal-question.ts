import type { Hold } from '@sonaqor/module'
import { buttonThat } from './button.ts'
import { words } from './words.ts'

export interface Question {
  readonly element: HTMLElement
  ask(hold: Hold): void
  drop(): void
}

/** Stands at the top of a dialog that somebody would close too early. The mild answer has the focus. */
export function createQuestion(onLeave: () => void): Question {
  const element = document.createElement('div')
  element.className = 'question'
  element.role = 'alert'
  element.hidden = true
  const text = document.createElement('p')
  const stay = buttonThat(words.stay, () => {
    drop()
    before?.focus()
  })
  const leave = buttonThat('', onLeave)
  element.append(text, stay, leave)
  let before: HTMLElement | undefined

  function drop() {
    element.hidden = true
  }

  return {
    element,
    ask(hold) {
      if (element.hidden) before = focusedBeside(element)
      text.textContent = hold.question
      leave.textContent = hold.leave
      element.hidden = false
      stay.focus()
    },
    drop,
  }
}

function focusedBeside(element: HTMLElement): HTMLElement | undefined {
  const root = element.getRootNode()
  const focused = root instanceof ShadowRoot ? root.activeElement : null
  return focused instanceof HTMLElement ? focused : undefined
}
