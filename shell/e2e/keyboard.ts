/** A page by the keyboard alone. */
import type { Page } from '@playwright/test'

const pressesLeast = 60
const patienceMs = 15_000

/**
 * Presses Tab until something with this name has the focus, as a person would: round and round, for it
 * may come only after the keyboard has passed its place.
 */
export async function tabTo(page: Page, name: string): Promise<void> {
  const met: string[] = []
  const end = performance.now() + patienceMs
  while (met.length < pressesLeast || performance.now() < end) {
    const focused = await focusedIn(page)
    if (focused.includes(name)) return
    met.push(focused)
    await page.keyboard.press('Tab')
  }
  throw new Error(`no Tab leads to "${name}"; met: ${[...new Set(met)].join(' | ')}`)
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
  // What scrolls is a stop as well, and holds the words of all that is in it.
  if (!focused.matches('a, button, input, select, textarea, summary, [role], [tabindex]')) return ''
  const labels = 'labels' in focused ? [...((focused as HTMLInputElement).labels ?? [])] : []
  return [focused.ariaLabel, ...labels.map((label) => label.textContent), focused.textContent]
    .filter(Boolean)
    .join(' ')
}
