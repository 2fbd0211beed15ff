/**
 * The script of our own frame, `/embed/frame/<embedId>`. It shows one view in a page of our origin,
 * for a partner's page around it that may neither see nor touch what stands in it.
 */
import { createClient } from '@sonaqor/contract/client'
import { directionOf } from '@sonaqor/module/texts'
import type { FromFrame, ToFrame } from './frame-messages.ts'
import { createHost, grantOfEmbed, openTransport, type Host } from './host.ts'
import { loadView } from './load-view.ts'
import { dressIn } from './look.ts'
import { createRegistry, type Registry } from './registry.ts'
import type { Grant } from './session.ts'
import { keepTyping } from './typed-ahead.ts'

type Start = Extract<ToFrame, { type: 'start' }>
type Looks = Pick<Start, 'locale' | 'appearance' | 'tokens'>

/** The origins that the partner registered, as our server wrote them into this page. */
const origins =
  document.querySelector<HTMLMetaElement>('meta[name=sonaqor-origins]')?.content.split(' ') ?? []

window.addEventListener('message', function meet({ source, origin, ports, data }: MessageEvent) {
  const [port] = ports
  if (source !== window.parent || !origins.includes(origin) || data !== 'sonaqor' || !port) return
  // The first page that may speak to this frame is the only one that ever will.
  window.removeEventListener('message', meet)
  serve(port)
})
keepTyping(document)

function serve(port: MessagePort) {
  const send = (message: FromFrame) => port.postMessage(message)
  const api = createClient(openTransport(location.origin))
  const registry = createRegistry(location.origin)
  /** Lets this frame in, once. The first one comes with the start, a further one is asked for. */
  let secret: string | undefined
  let asked: PromiseWithResolvers<string> | undefined

  async function renew(): Promise<Grant> {
    const clientSecret = secret ?? (await askForSecret())
    secret = undefined
    return grantOfEmbed(await api.embeds.exchange({ body: { clientSecret } }))
  }

  function askForSecret(): Promise<string> {
    asked = Promise.withResolvers()
    send({ type: 'renew' })
    return asked.promise
  }

  let host: Host | undefined
  port.addEventListener('message', ({ data }: MessageEvent<ToFrame>) => {
    // What does not come now is asked for again when the view is shown.
    if (data.type === 'prepare') fetchAhead(registry, data.view).catch(() => undefined)
    if (data.type === 'refused') asked?.reject(new Error('The page has no further session.'))
    if (data.type === 'admitted') asked?.resolve(data.clientSecret)
    if (data.type === 'changed' && host) redress(host, data)
    if (data.type !== 'start' || host) return
    secret = data.clientSecret
    host = show(data, { renew, registry, send })
  })
  port.start()
  send({ type: 'here' })
}

async function fetchAhead(registry: Registry, name: string): Promise<void> {
  const { module, view } = await registry.find(name)
  const { fetch } = await loadView(module, view.name)
  await fetch?.()
}

interface Line {
  readonly renew: () => Promise<Grant>
  readonly registry: Registry
  readonly send: (message: FromFrame) => void
}

function show(start: Start, { renew, registry, send }: Line): Host {
  dress(start)
  const { locale, appearance, view, params } = start
  const host: Host = createHost({
    kind: 'embed',
    origin: location.origin,
    renew,
    registry,
    locale,
    appearance,
  })
  let isHeld = false
  let isThere = false
  const ground = document.body.appendChild(document.createElement('main'))
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
  return host
}

/** Whether the view is still reading what it shows, as the skeletons of the house say. */
const isBusy = ({ shadowRoot }: HTMLElement): boolean =>
  shadowRoot?.querySelector('[aria-busy=true]') != null

function redress(host: Host, looks: Looks) {
  dress(looks)
  host.update({ locale: looks.locale, appearance: looks.appearance })
}

/** The look of the page's element does not reach into a frame by itself. */
function dress({ tokens, locale, appearance }: Looks) {
  const { documentElement: page, body } = document
  page.lang = locale
  page.dir = directionOf(locale)
  // The colour of the dialog around it, for the frame's own canvas would differ from it.
  page.style.background = 'light-dark(oklch(1 0 0), oklch(0.208 0.008 265))'
  page.style.colorScheme = appearance.theme === 'auto' ? 'light dark' : appearance.theme
  // A ring around what has the focus needs some room; the element of the frame makes up for it.
  body.style.margin = '6px'
  dressIn(page, tokens)
}
