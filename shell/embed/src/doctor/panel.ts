import { directionOf, type Say } from '@sonaqor/module/texts'
import { buttonThat, elementOf } from '../stage/draw.ts'
import * as texts from './checks/texts/en.ts'
import { copyButton } from './copying.ts'
import sheet from './doctor.css'
import { drawFindings } from './draw-findings.ts'
import type { Examination } from './examine.ts'

export interface Panel {
  /** Where a frame can be tried out of sight. */
  readonly ground: ParentNode
  checking(): void
  show(examination: Examination): void
  /** Brings it before the reader again. */
  focus(): void
}

export interface PanelOptions {
  readonly say: Say
  readonly locale: string
  readonly report: (examination: Examination) => string
  readonly onAgain: () => void
  readonly onClose: () => void
}

/**
 * A panel beside the page, which can be used meanwhile. It stands in the top layer, where no style of
 * the page covers it, and in a shadow root, where none reaches it.
 */
export function openPanel({ say, locale, report, onAgain, onClose }: PanelOptions): Panel {
  // No element of the name of ours: the loader would look for a view of it.
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'open' })
  root.adoptedStyleSheets.push(sheet)
  const before = document.activeElement
  let examination: Examination | undefined

  const heading = elementOf('h2', 'heading', say(texts.doctor))
  heading.id = 'heading'
  const verdict = elementOf('p', 'verdict')
  verdict.role = 'status'
  const body = elementOf('div', 'body')
  const ground = elementOf('div', 'trial')
  const announce = (words: string) => {
    verdict.textContent = words
  }
  // It keeps the focus of whoever has pressed it: Escape would go to the page otherwise.
  const again = buttonThat(say(texts.checkAgain), () => {
    if (again.ariaDisabled !== 'true') onAgain()
  })
  const copyReport = copyButton(say(texts.copyReport), {
    text: () => (examination ? report(examination) : ''),
    say,
    announce,
  })
  const leave = buttonThat(say(texts.closeDoctor), close)
  const panel = elementOf(
    'div',
    'doctor',
    elementOf(
      'header',
      'top',
      heading,
      verdict,
      elementOf('div', 'acts', again, copyReport, leave),
    ),
    body,
    ground,
  )
  panel.role = 'dialog'
  panel.setAttribute('aria-labelledby', 'heading')
  panel.popover = 'manual'
  panel.tabIndex = -1
  panel.lang = locale
  panel.dir = directionOf(locale)
  panel.addEventListener('keydown', (event) => {
    // What is typed here is not meant for the page.
    event.stopPropagation()
    if (event.key === 'Escape') close()
  })

  function close() {
    host.remove()
    if (before instanceof HTMLElement) before.focus()
    onClose()
  }

  root.append(panel)
  document.documentElement.append(host)
  panel.showPopover?.()
  panel.focus()

  return {
    ground,
    checking() {
      announce(say(texts.checking))
      again.ariaDisabled = 'true'
      copyReport.disabled = true
    },
    show(next) {
      examination = next
      const count = (state: string) => next.findings.filter((one) => one.state === state).length
      announce(say(texts.verdict, { wrong: count('wrong'), warnings: count('warning') }))
      body.replaceChildren(...drawFindings(next, say, announce))
      again.ariaDisabled = 'false'
      copyReport.disabled = false
    },
    focus: () => panel.focus(),
  }
}
