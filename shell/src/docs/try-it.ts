/** Sends what a form of the docs holds to the sandbox, and shows what came back. */
import { drawAnswer, drawFault } from './answer.ts'
import type { HeldKey } from './held-key.ts'
import type { KeyPanel } from './key-panel.ts'
import { piece } from './pieces.ts'
import { requestOf } from './written-request.ts'

export function startTrying(page: Document, key: HeldKey, openPanel: () => KeyPanel): void {
  let panel: KeyPanel | undefined
  const opened = (details: HTMLDetailsElement) => {
    const form = piece<HTMLFormElement>(details, 'form')
    panel ??= openPanel()
    panel.standIn(piece(form, '[data-key-place]'), form.dataset['scope'] ?? '')
  }
  for (const details of page.querySelectorAll<HTMLDetailsElement>('details[data-try]')) {
    details.addEventListener('toggle', () => {
      if (details.open) opened(details)
    })
    piece(details, 'form').addEventListener('submit', (event) => {
      event.preventDefault()
      void send(page, details, key, panel)
    })
  }
}

async function send(
  page: Document,
  details: HTMLDetailsElement,
  key: HeldKey,
  panel: KeyPanel | undefined,
): Promise<void> {
  const form = piece<HTMLFormElement>(details, 'form')
  const place = piece(details, '[data-answer-place]')
  const button = piece<HTMLButtonElement>(form, 'button.send')
  if (button.hasAttribute('aria-disabled')) return
  const held = key.get()
  if (!held) return panel?.ask()
  const request = requestOf(form)
  const fault = form.querySelector<HTMLElement>('[data-fault]')
  if (fault) fault.textContent = request.fault ?? ''
  if (request.fault !== undefined) return form.querySelector('textarea')?.focus()
  // Not `disabled`, which would take the focus from whoever has pressed it.
  button.setAttribute('aria-disabled', 'true')
  try {
    const begun = performance.now()
    const answer = await fetch(location.origin + request.path, {
      method: request.method,
      headers: { ...request.headers, authorization: `Bearer ${held.secret}` },
      ...(request.body === undefined ? {} : { body: request.body }),
      // It goes as a server's would: with the key, and with nothing of the reader's session.
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'manual',
    })
    const text = await answer.text()
    drawAnswer(page, place, { answer, text, tookMs: performance.now() - begun })
    if (answer.status === 401) {
      key.set(undefined)
      panel?.ask(detailIn(text) ?? 'The key no longer works. Get another one.')
    }
  } catch {
    drawFault(page, place)
  } finally {
    button.removeAttribute('aria-disabled')
  }
}

/** What a refusal says was wrong. */
function detailIn(text: string): string | undefined {
  try {
    const { detail } = JSON.parse(text) as { detail?: unknown }
    return typeof detail === 'string' ? detail : undefined
  } catch {
    return undefined
  }
}
