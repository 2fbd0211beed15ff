import type { Outcome, Params } from '@sonaqor/module'
import type { FrameAhead } from '../frame/outside/ahead.ts'
import { showInFrame } from '../frame/outside/show-in-frame.ts'
import type { Host, PlaceRequest } from '../host/host.ts'
import { whenAborted } from '../host/when-aborted.ts'
import { titleOf } from '../releases/titles.ts'
import { mannerOf } from '../stage/manner.ts'
import * as texts from '../texts/en.ts'
import { openModal } from './modal.ts'

export { prepareFrame } from '../frame/outside/ahead.ts'
export { holdPage } from './held-page.ts'

export interface OpenRequest extends Pick<PlaceRequest, 'view' | 'app' | 'onFailed' | 'onEvent'> {
  readonly params: Params
  /** A frame that was loaded in case somebody opens what needs one. */
  readonly ahead?: FrameAhead | undefined
}

/**
 * Shows a view above the one that asks for it, in a modal dialog beside it. In a partner's page a
 * view that shows secrets is drawn by a frame of our own origin, where no script of the page reaches;
 * so is a view that nothing is known of yet. Settles when the dialog is closed, whoever closes it;
 * what goes wrong is said in the dialog, with a retry. It goes with the view that asked for it, once
 * that is `gone`.
 */
export async function openView(
  host: Host,
  root: ShadowRoot,
  { view: name, params, ahead, ...around }: OpenRequest,
  gone: AbortSignal,
): Promise<Outcome> {
  const found = await host.registry.find(name).catch(() => undefined)
  const manner = () => {
    const spoken = mannerOf(host.state())
    const title = found ? titleOf(found, host.state().locale) : spoken.say(texts.details)
    return { ...spoken, title }
  }
  const isOpen = found !== undefined && found.view.kind !== 'secure'
  // In a frame of ours that stands in a page the page opens it, where there is room for it.
  if (!isOpen && host.openAround) return host.openAround(name, params)
  return new Promise((settle) => {
    const modal = openModal(root, manner, (outcome) => {
      unfollow()
      shown.remove()
      ahead?.drop()
      settle(outcome)
    })
    const unfollow = host.onChange(modal.redraw)
    const request = {
      ...around,
      view: name,
      params,
      finish: modal.close,
      hold: modal.hold,
    }
    const ground = modal.body.appendChild(document.createElement('div'))
    const shown =
      host.kind === 'shell' || isOpen
        ? host.place(ground, request)
        : showInFrame(
            host,
            ground,
            { ...request, title: () => manner().title, leave: modal.leave },
            ahead,
          )
    whenAborted(gone, () => modal.close({ done: false }))
  })
}
