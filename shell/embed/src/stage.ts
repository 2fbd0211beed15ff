import { buttonThat } from './button.ts'
import { directionOf, type Manner } from './manner.ts'
import { words } from './words.ts'

/**
 * Where a view stands: a shadow root of its own, with a word while it loads and a retry when it
 * failed. It is drawn without React, because it has to speak when React itself did not arrive.
 */
export interface Stage {
  /** Where dialogs stand too, so that they share the look of the view and its events. */
  readonly root: ShadowRoot
  loading(): void
  /** A fresh, hidden element for a view to be drawn into; `ready` shows it. */
  clear(): HTMLElement
  ready(): void
  failed(message: string, retry: () => void): void
  /** Says something above the view, which stays as it is; an empty message takes it away. */
  news(message: string, show?: () => void): void
}

/** Sheets rather than `<style>`: a strict policy refuses inline styles without a nonce. */
const sheet = new CSSStyleSheet()
sheet.replaceSync(`
  :host { all: initial; display: block; }
  :host([hidden]) { display: none; }
  .ground { all: initial; display: block; contain: style; }
  .notice {
    all: initial; display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px;
    padding: 24px; color-scheme: light dark; color: light-dark(#4b5563, #b6bcc8);
    background: var(--sonaqor-background, light-dark(oklch(0.995 0.001 265), oklch(0.168 0.006 265)));
    font: 14px/1.45 var(--sonaqor-font, 'Inter Variable', system-ui, sans-serif);
  }
  .notice[data-theme='light'] { color-scheme: light; }
  .notice[data-theme='dark'] { color-scheme: dark; }
  .news { padding: 10px 20px; border-block-end: 1px solid light-dark(#d8dbe2, #3a3f4b); }
  .notice[hidden], .ground[hidden] { display: none; }
  .notice button {
    all: initial; padding: 6px 12px; border: 1px solid currentcolor; border-radius: 6px;
    color: inherit; font: 500 13px/1.3 var(--sonaqor-font, 'Inter Variable', system-ui, sans-serif); cursor: pointer;
  }
  /* Wider by what the frame keeps free around its view for the rings of what has the focus. */
  .ground > iframe {
    display: block; inline-size: calc(100% + 12px); block-size: 200px; margin: -6px; border: 0;
  }
  .notice button:focus-visible { outline: 2px solid currentcolor; outline-offset: 2px; }
`)

const slowAfterMs = 8_000

/** Makes a stage of an element. One that has served before is used again. */
export function createStage(element: HTMLElement, mannerOfNow: () => Manner): Stage {
  const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet)
  const notice = noticeNamed('notice')
  notice.tabIndex = -1
  const headline = noticeNamed('notice news')
  let ground = document.createElement('div')
  root.replaceChildren(notice, headline, ground)
  let slow: ReturnType<typeof setTimeout> | undefined

  function say(message: string, actions: readonly HTMLElement[] = []) {
    clearTimeout(slow)
    write(notice, mannerOfNow(), message, actions)
  }

  function news(message: string, show?: () => void) {
    write(headline, mannerOfNow(), message, show ? [buttonThat(words.showIt, show)] : [])
  }

  return {
    root,
    loading() {
      say(words.loading)
      slow = setTimeout(() => say(words.slow), slowAfterMs)
    },
    clear() {
      const next = document.createElement('div')
      next.className = 'ground'
      next.hidden = true
      next.dir = directionOf(mannerOfNow().locale)
      ground.replaceWith(next)
      ground = next
      news('')
      return next
    },
    ready() {
      const isWaiting = root.activeElement === notice
      say('')
      ground.hidden = false
      if (!isWaiting) return
      ground.tabIndex = -1
      ground.focus({ preventScroll: true })
    },
    failed(message, retry) {
      const button = buttonThat(words.retry, () => {
        // The button goes; whoever pressed it by the keyboard stays where it was.
        notice.focus()
        retry()
      })
      say(message, [button])
      news('')
      ground.hidden = true
    },
    news,
  }
}

function noticeNamed(className: string): HTMLElement {
  const notice = document.createElement('div')
  notice.className = className
  notice.role = 'status'
  notice.hidden = true
  return notice
}

function write(
  notice: HTMLElement,
  { theme, locale }: Manner,
  message: string,
  actions: readonly HTMLElement[],
) {
  notice.dataset['theme'] = theme
  notice.dir = directionOf(locale)
  const text = document.createElement('span')
  text.textContent = message
  notice.replaceChildren(text, ...actions)
  notice.hidden = message === ''
}
