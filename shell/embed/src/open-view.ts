import type { Outcome, Params } from '@sonaqor/module'
import type { Host } from './host.ts'
import { mannerOf } from './manner.ts'
import { openModal } from './modal.ts'
import { showInFrame } from './secure-frame.ts'

/**
 * Shows a view above the one that asks for it, in a modal dialog beside it. In a partner's page a
 * view that shows secrets is drawn by a frame of our own origin, where no script of the page reaches.
 * Settles when the dialog is closed, whoever closes it.
 */
export async function openView(
  host: Host,
  root: ShadowRoot,
  name: string,
  params: Params,
): Promise<Outcome> {
  const { view } = await host.registry.find(name)
  return new Promise((settle) => {
    let outcome: Outcome = { done: false }
    const modal = openModal(root, view.title, mannerOf(host.state()), () => {
      shown.remove()
      settle(outcome)
    })
    const finish = (end: Outcome) => {
      outcome = end
      modal.close()
    }
    const shown =
      host.kind === 'embed' && view.kind === 'secure'
        ? showInFrame(host, modal.body, { view: name, title: view.title, params, finish })
        : host.place(modal.body.appendChild(document.createElement('div')), {
            view: name,
            params,
            finish,
          })
  })
}
