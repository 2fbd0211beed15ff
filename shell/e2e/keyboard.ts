/** A page by the keyboard alone. */
import type { Page } from '@playwright/test'

/** Presses Tab until something with this name has the focus, as a person would. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const met: string[] = []
  for (let presses = 0; presses < 60; presses += 1) {
    const focused = await focusedIn(page)
    if (focused.includes(name)) return
    met.push(focused)
    await page.keyboard.press('Tab')
  }
  throw new Error(`no Tab leads to "${name}"; met: ${met.join(' | ')}`)
}

/** The name of what has the focus, in whichever shadow root or frame that is. */
export async function focusedIn(page: Page): Promise<string> {
  const names = await Promise.all(
    page.frames().map((frame) => frame.evaluate(nameOfFocused).catch(() => '')),
  )
  return names.filter(Boolean).join(' ')
}

function nameOfFocused(): string {
  if (!document.hasFocus()) return ''
  let focused = document.activeElement
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
  if (!focused || focused === document.body || focused.localName === 'iframe') return ''
  const labels = focused instanceof HTMLInputElement ? [...(focused.labels ?? [])] : []
  return [focused.ariaLabel, ...labels.map((label) => label.textContent), focused.textContent]
    .filter(Boolean)
    .join(' ')
}
