import { memoryViewState } from '@sonaqor/module/memory-view-state'
import { createEmbedHost, type EmbedHost } from '../../host/embed-host.ts'
import type { EmbedError } from '../../sdk.ts'
import type { FromFrame } from '../messages.ts'
import { mirror } from '../mirror.ts'
import { askBy } from './asking.ts'
import { watchDialogs } from './dialogs.ts'
import type { ShowInFrame } from './line.ts'
import { onceGone } from './once-gone.ts'
import { dressPage, putInSight } from './page-look.ts'

/** Shows a view that stands in the page around this frame, which hears of it what an element tells. */
export const showPlaced: ShowInFrame<'place'> = (start, { around, admission, registry, send }) => {
  const { locale, appearance, view, params, expects, hasLinks } = start
  dressPage(start)
  document.body.style.margin = '0'
  const asking = askBy(send)
  const host = createEmbedHost({
    origin: location.origin,
    options: {
      fetchSession: async () => ({ clientSecret: await admission.secret() }),
      locale,
      appearance,
    },
    registry,
    tell: (state) => send({ type: 'session', state }),
    framed: { around, openAround: asking.open },
  })
  onceGone(() => void host.end(true))
  const viewState = memoryViewState(start.state)
  const chosen = mirror(viewState, (state, manner) => send({ type: 'chosen', state, manner }))
  let retry: (() => void) | undefined

  const ground = document.body.appendChild(document.createElement('main'))
  host.place(ground, {
    view,
    params,
    viewState,
    ...(expects && { expects }),
    ...(hasLinks && { permalink: (_, state) => asking.linkTo(state) }),
    navigate: (to, values = {}) => send({ type: 'navigate', view: to, params: values }),
    onLoading: (name) => send({ type: 'loading', view: name }),
    onReady: (name, release) => send({ type: 'ready', view: name, release }),
    onFailed(error) {
      ;({ retry } = error)
      send({ type: 'failed', failure: failureOf(error) })
    },
    onEvent: (event) => send({ type: 'happened', event: { type: event.type, ref: event.ref } }),
  })
  tellHeight(ground, (height) => send({ type: 'sized', height }))
  send({ type: 'started' })

  return (message) => {
    asking.hear(message)
    if (message.type === 'choose') chosen.hear(message.state)
    if (message.type === 'seen') putInSight(message.above, message.below)
    if (message.type === 'retry') retry?.()
    if (message.type === 'leave') void leave(host, send)
    if (message.type !== 'changed') return
    dressPage(message)
    host.update({ locale: message.locale, appearance: message.appearance })
  }
}

async function leave(host: EmbedHost, send: (message: FromFrame) => void) {
  await host.end(true)
  send({ type: 'left' })
}

/** Neither what caused it nor how to try again can leave the frame. */
function failureOf({ code, message, view, release, requestId }: EmbedError) {
  return {
    code,
    message,
    ...(view !== undefined && { view }),
    ...(release !== undefined && { release }),
    ...(requestId !== undefined && { requestId }),
  }
}

/** As high as the view, or as what stands above it needs. */
function tellHeight(ground: HTMLElement, tell: (height: number) => void) {
  let room = 0
  // What is cut by a part of a pixel has a scrollbar.
  const tellNow = () => tell(Math.max(Math.ceil(ground.getBoundingClientRect().height), room))
  new ResizeObserver(tellNow).observe(ground)
  watchDialogs(document, (height) => {
    room = height
    tellNow()
  })
}
