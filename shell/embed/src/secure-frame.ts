import type { Hold, Outcome, Params } from '@sonaqor/module'
import { attemptsOn, whenAborted } from './attempts.ts'
import { faults, HostFailure } from './failure.ts'
import type { FromFrame, ToFrame } from './frame-messages.ts'
import type { Host } from './host.ts'
import { tokensOf } from './look.ts'
import { mannerOf } from './manner.ts'
import { createStage } from './stage.ts'

interface FramedView {
  readonly view: string
  readonly title: () => string
  readonly params: Params
  readonly finish: (outcome: Outcome) => void
  readonly hold: (hold: Hold | undefined) => void
  /** Closes what stands around the frame, or asks first. */
  readonly leave: () => void
}

const silentAfterMs = 15_000
/** Our page says at once that it is there; what has loaded and says nothing is another page. */
const loadedAndSilentMs = 4_000

/**
 * Shows a view in a frame of our own origin. The page's scripts can neither read it nor speak to
 * the view in it: the frame takes orders over one port alone, which is handed to our exact origin.
 */
export function showInFrame(host: Host, element: HTMLElement, framed: FramedView) {
  const { title } = framed
  const stage = createStage(element, {
    manner: () => mannerOf(host.state()),
    title,
    headingLevel: 3,
  })
  const attempts = attemptsOn(stage, {
    async run(ground, outdated) {
      // A frame that is shown anew holds nothing yet.
      framed.hold(undefined)
      const { embedId } = await host.session.grant()
      const frame = makeFrame(host.origin, framed, embedId)
      const admit = admissionOf(host)
      const start = startOf(host, element, framed, await admit())
      const { port1: port, port2: framePort } = new MessageChannel()
      const unfollow = host.onChange(() => {
        frame.title = title()
        port.postMessage({ type: 'changed', ...looksOf(host, element) } satisfies ToFrame)
      })
      whenAborted(outdated, () => {
        unfollow()
        port.close()
      })
      const meet = () => frame.contentWindow?.postMessage('sonaqor', host.origin, [framePort])
      frame.addEventListener('load', meet, { once: true })
      ground.append(frame)
      await Promise.race([converse(admit, port, frame, start, framed), silenceOf(frame)])
    },
  })
  const unfollow = host.onChange(stage.redraw)
  attempts.start()
  return {
    remove() {
      unfollow()
      attempts.end()
    },
  }
}

type Admit = NonNullable<Host['admit']>

/** Gets a secret of the frame's own: no token of this page opens what is shown there. */
function admissionOf({ admit }: Host): Admit {
  if (!admit) throw new HostFailure(faults.unsigned)
  return () =>
    admit().catch((cause: unknown) => {
      throw new HostFailure(faults.unsigned, { cause })
    })
}

function makeFrame(
  origin: string,
  { title }: FramedView,
  embedId: string | undefined,
): HTMLIFrameElement {
  if (!embedId) throw new HostFailure(faults.unsigned)
  const frame = document.createElement('iframe')
  frame.src = `${origin}/embed/frame/${embedId}`
  frame.title = title()
  frame.allow = 'clipboard-write'
  frame.referrerPolicy = 'no-referrer'
  return frame
}

/** A frame that may not be shown here, or did not arrive, says nothing of it. */
function silenceOf(frame: HTMLIFrameElement): Promise<never> {
  return new Promise((_, failed) => {
    const fail = () => failed(new HostFailure(faults.silentFrame))
    setTimeout(fail, silentAfterMs)
    frame.addEventListener('load', () => setTimeout(fail, loadedAndSilentMs), { once: true })
  })
}

function startOf(
  host: Host,
  element: HTMLElement,
  { view, params }: FramedView,
  clientSecret: string,
): ToFrame {
  return { type: 'start', view, params, clientSecret, ...looksOf(host, element) }
}

function looksOf(host: Host, element: HTMLElement) {
  const { locale, appearance } = host.state()
  return { locale, appearance, tokens: tokensOf(element) }
}

/** Resolves once the frame has said that it is there; goes on answering it until the port closes. */
function converse(
  admit: Admit,
  port: MessagePort,
  frame: HTMLIFrameElement,
  start: ToFrame,
  { finish, hold, leave }: FramedView,
): Promise<void> {
  const send = (message: ToFrame) => port.postMessage(message)
  const renew = () => {
    admit().then(
      (clientSecret) => send({ type: 'admitted', clientSecret }),
      () => send({ type: 'refused' }),
    )
  }
  return new Promise((started) => {
    port.addEventListener('message', ({ data }: MessageEvent<FromFrame>) => {
      if (data.type === 'started') started()
      if (data.type === 'sized') frame.style.blockSize = `${data.height}px`
      if (data.type === 'renew') renew()
      if (data.type === 'held') hold(data.hold)
      if (data.type === 'leaving') leave()
      if (data.type === 'finished') finish(data.outcome)
    })
    port.start()
    send(start)
  })
}
