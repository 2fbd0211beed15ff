import { directionOf, type Manner } from './manner.ts'
import { words } from './words.ts'

export interface Modal {
  /** What is shown in it. */
  readonly body: HTMLElement
  close(): void
}

const sheet = new CSSStyleSheet()
sheet.replaceSync(`
  .modal {
    box-sizing: border-box; inline-size: min(560px, 100vw - 24px);
    max-block-size: calc(100dvh - 24px); margin: auto; padding: 0; overflow: auto;
    border: 1px solid light-dark(#d8dbe2, #3a3f4b); border-radius: 10px;
    background: light-dark(#fff, #1b1e25); color-scheme: light dark;
    box-shadow: 0 16px 40px -8px rgb(0 0 0 / 0.25);
  }
  .modal[data-theme='light'] { color-scheme: light; }
  .modal[data-theme='dark'] { color-scheme: dark; }
  .modal::backdrop { background: rgb(16 18 27 / 0.5); }
  /* What the page gives to its own text ends here. */
  .modal > * {
    all: initial; color-scheme: inherit; direction: inherit; color: light-dark(#20242d, #f0f2f5);
    font: 14px/1.45 var(--sonaqor-font, 'Inter Variable', system-ui, sans-serif);
  }
  .modal > header { display: flex; align-items: center; gap: 12px; padding: 16px 20px 0; }
  .modal > header > h2 { all: unset; flex: 1; font-size: 16px; font-weight: 600; }
  .modal > header > button {
    all: unset; padding: 4px 8px; border-radius: 6px; opacity: 0.75;
    font-size: 13px; font-weight: 500; cursor: pointer;
  }
  .modal > header > button:focus-visible { outline: 2px solid currentcolor; outline-offset: 2px; }
  /* A view in a dialog stands on the dialog's ground, not on one of its own. */
  .modal > .body { display: block; padding: 16px 20px 20px; --sonaqor-background: transparent; }
`)

/**
 * A native modal dialog in a shadow root: the browser keeps the focus inside and gives it back.
 * `onClose` is called once, however it is closed.
 */
export function openModal(
  root: ShadowRoot,
  title: string,
  { theme, locale }: Manner,
  onClose: () => void,
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
  const cross = document.createElement('button')
  cross.type = 'button'
  cross.textContent = words.close
  cross.addEventListener('click', () => dialog.close())
  const header = document.createElement('header')
  header.append(heading, cross)
  const body = document.createElement('div')
  body.className = 'body'
  dialog.append(header, body)

  dialog.addEventListener('close', () => {
    dialog.remove()
    onClose()
  })
  root.append(dialog)
  dialog.showModal()
  return { body, close: () => dialog.close() }
}
