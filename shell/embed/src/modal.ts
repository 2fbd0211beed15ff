import type { Hold, Outcome } from '@sonaqor/module'
import { buttonThat } from './button.ts'
import { directionOf, type Manner } from './manner.ts'
import { createQuestion } from './modal-question.ts'
import { sheet } from './modal-sheet.ts'
import { stayWhileHeld } from './while-held.ts'
import { words } from './words.ts'

export interface Modal {
  /** What is shown in it. */
  readonly body: HTMLElement
  /** Closes it without asking. */
  close(outcome: Outcome): void
  /** Closes it, unless something is held: then that is asked first. */
  leave(): void
  /** Holds it open until the question is answered; `undefined` lets go. */
  hold(hold: Hold | undefined): void
}

/**
 * A native modal dialog in a shadow root: the browser keeps the focus inside and gives it back.
 * `onClose` is called once, however it is closed.
 */
export function openModal(
  root: ShadowRoot,
  title: string,
  { theme, locale }: Manner,
  onClose: (outcome: Outcome) => void,
): Modal {
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet)
  const dialog = document.createElement('dialog')
  dialog.className = 'modal'
  dialog.dataset['theme'] = theme
  dialog.lang = locale
  dialog.dir = directionOf(locale)
  // The dialog itself takes the focus at first: what it shows is still on its way.
  dialog.tabIndex = -1
  dialog.autofocus = true
  dialog.ariaLabel = title

  const heading = document.createElement('h2')
  heading.textContent = title
  const header = document.createElement('header')
  // A cross, as on every dialog of the house.
  const cross = buttonThat('×', leave)
  cross.ariaLabel = words.close
  header.append(heading, cross)
  const question = createQuestion(() => close({ done: true }))
  const body = document.createElement('div')
  body.className = 'body'
  dialog.append(header, question.element, body)

  let held: Hold | undefined
  let letGo: (() => void) | undefined
  let outcome: Outcome = { done: false }

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
    if (!held) question.drop()
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
  root.append(dialog)
  dialog.showModal()
  return { body, close, leave, hold }
}
