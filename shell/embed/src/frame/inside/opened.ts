import { endOf } from '../../host/embed-host.ts'
import { createHost } from '../../host/host.ts'
import type { ShowInFrame } from './line.ts'
import { onceGone } from './once-gone.ts'
import { dressPage } from './page-look.ts'

/** Shows what was opened above another view: for one act, in a dialog of the page around it. */
export const showOpened: ShowInFrame<'start'> = (start, { admission, registry, send }) => {
  const { locale, appearance, view, params } = start
  const { documentElement: page, body } = document
  dressPage(start)
  // The colour of the dialog around it, for the frame's own canvas would differ from it.
  page.style.background =
    'var(--sonaqor-overlay-background, var(--sonaqor-raised, light-dark(oklch(1 0 0), oklch(from var(--sonaqor-neutral, oklch(0.5 0.02 265)) 0.208 calc(c * 0.4) h))))'
  // A ring around what has the focus needs some room; the element of the frame makes up for it.
  body.style.margin = '6px'
  const origin = location.origin
  const { renew } = admission
  const host = createHost({ kind: 'embed', origin, renew, registry, locale, appearance })
  onceGone(() => {
    const token = host.session.token()
    if (token) void endOf(origin, token)
  })
  let isHeld = false
  let isThere = false
  const ground = body.appendChild(document.createElement('main'))
  host.place(ground, {
    view,
    params,
    finish: (outcome) => send({ type: 'finished', outcome }),
    hold(hold) {
      isHeld = hold !== undefined
      send({ type: 'held', hold })
    },
    onReady: () => (isThere = true),
    onFailed: () => (isThere = true),
  })
  new ResizeObserver(() => {
    send({ type: 'sized', height: ground.offsetHeight + 12 })
    // Until then the dialog keeps the size that it opened with.
    if (isThere && ground.offsetHeight > 0 && !isBusy(ground)) send({ type: 'shown' })
  }).observe(ground)
  // The dialog around this frame hears no key that is pressed in it.
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    send(isHeld ? { type: 'leaving' } : { type: 'finished', outcome: { done: false } })
  })
  send({ type: 'started' })
  return (message) => {
    if (message.type !== 'changed') return
    dressPage(message)
    host.update({ locale: message.locale, appearance: message.appearance })
  }
}

/** Whether the view is still reading what it shows, as the skeletons of the house say. */
const isBusy = ({ shadowRoot }: HTMLElement): boolean =>
  shadowRoot?.querySelector('[aria-busy=true]') != null
