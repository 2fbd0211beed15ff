import type { Hold, Outcome } from '@sonaqor/module'
import { directionOf } from '@sonaqor/module/texts'
import { buttonThat, elementOf, iconOf } from '../stage/draw.ts'
import type { Manner } from '../stage/manner.ts'
import { createQuestion } from './modal-question.ts'
import sheet from './modal.css'
import * as texts from '../texts/en.ts'
import { stayWhileHeld } from './while-held.ts'

export interface Modal {
  /** What is shown in it. */
  readonly body: HTMLElement
  /** Closes it without asking. */
  close(outcome: Outcome): void
  /** Closes it, unless something is held: then that is asked first. */
  leave(): void
  /** Holds it open until the question is answered; `undefined` lets go. */
  hold(hold: Hold | undefined): void
  /** Puts its own words and look as they are to be now. */
  redraw(): void
}

export interface ModalManner extends Manner {
  readonly title: string
}

/**
 * A native modal dialog in a shadow root: the browser keeps the focus inside and gives it back. The
 * cross is the last stop of the keyboard, as in every dialog of the house. `onClose` is called once,
 * however it is closed.
 */
export function openModal(
  root: ShadowRoot,
  mannerOfNow: () => ModalManner,
  onClose: (outcome: Outcome) => void,
): Modal {
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet)
  const heading = elementOf('h2', 'heading')
  const question = createQuestion(() => close({ done: true }))
  const body = elementOf('div', 'body')
  const cross = buttonThat('', leave)
  cross.append(iconOf('close'))
  const inside = [heading, question.element, body, elementOf('div', 'cross', cross)]
  const dialog = elementOf('dialog', 'modal', elementOf('div', 'inside', ...inside))
  dialog.tabIndex = -1

  let held: Hold | undefined
  let letGo: (() => void) | undefined
  let outcome: Outcome = { done: false }

  function redraw() {
    const { theme, locale, title, say } = mannerOfNow()
    dialog.dataset['theme'] = theme
    dialog.lang = locale
    dialog.dir = directionOf(locale)
    dialog.ariaLabel = title
    heading.textContent = title
    cross.ariaLabel = say(texts.close)
    question.draw(say)
  }

  function close(end: Outcome) {
    hold(undefined)
    outcome = end
    dialog.close()
  }

  function leave() {
    if (held) question.ask(held)
    else dialog.close()
  }

  function hold(next: Hold | undefined) {
    held = next
    letGo?.()
    letGo = held && stayWhileHeld(leave)
    if (held) question.word(held)
    else question.drop()
  }

  dialog.addEventListener('cancel', (event) => {
    if (event.target !== dialog) return
    event.preventDefault()
    leave()
  })
  dialog.addEventListener('close', () => {
    if (held) {
      // A browser closes by itself at the second Escape, whatever was said at the first.
      dialog.showModal()
      question.ask(held)
      return
    }
    dialog.remove()
    onClose(outcome)
  })
  redraw()
  root.append(dialog)
  dialog.showModal()
  // What it shows is still on its way, and a space typed too early would press the cross.
  dialog.focus()
  return { body, close, leave, hold, redraw }
}
