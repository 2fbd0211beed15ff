/**
 * The script of our own frame, `/embed/frame/<embedId>`. It shows one view in a page of our origin,
 * for a partner's page around it that may neither see nor touch what stands in it.
 */
import { admissionBy } from './frame/inside/admission.ts'
import type { Line } from './frame/inside/line.ts'
import { showOpened } from './frame/inside/opened.ts'
import { showPlaced } from './frame/inside/placed.ts'
import { keepTyping } from './frame/inside/typed-ahead.ts'
import type { FromFrame, ToFrame } from './frame/messages.ts'
import { loadView } from './releases/load-view.ts'
import { createRegistry, type Registry } from './releases/registry.ts'

/** The origins that the partner registered, as our server wrote them into this page. */
const origins =
  document.querySelector<HTMLMetaElement>('meta[name=sonaqor-origins]')?.content.split(' ') ?? []

window.addEventListener('message', function meet({ source, origin, ports, data }: MessageEvent) {
  const [port] = ports
  if (source !== window.parent || !origins.includes(origin) || data !== 'sonaqor' || !port) return
  // The first page that may speak to this frame is the only one that ever will.
  window.removeEventListener('message', meet)
  serve(port, origin)
})
const letType = keepTyping(document)

function serve(port: MessagePort, around: string) {
  const send = (message: FromFrame) => port.postMessage(message)
  const registry = createRegistry(location.origin)
  const admission = admissionBy(send)
  const line: Line = { around, admission, registry, send }
  let tell: ((message: ToFrame) => void) | undefined

  port.addEventListener('message', ({ data }: MessageEvent<ToFrame>) => {
    admission.hear(data)
    // What does not come now is asked for again when the view is shown.
    if (data.type === 'prepare') fetchAhead(registry, data.view).catch(() => undefined)
    tell?.(data)
    if (tell || (data.type !== 'start' && data.type !== 'place')) return
    admission.begin(data.clientSecret)
    if (data.type === 'start') tell = showOpened(data, line)
    else {
      // What is typed above a view that stands in the page is meant for the page.
      letType()
      tell = showPlaced(data, line)
    }
  })
  port.start()
  send({ type: 'here' })
}

async function fetchAhead(registry: Registry, name: string): Promise<void> {
  const { module, view } = await registry.find(name)
  const { fetch } = await loadView(module, view.name)
  await fetch?.()
}
