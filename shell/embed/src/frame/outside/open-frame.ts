import { faults, HostFailure } from '../../host/failure.ts'
import type { FromFrame, ToFrame } from '../messages.ts'

/** A frame of our own origin, and the one line to the script in it. */
export interface OpenFrame {
  readonly element: HTMLIFrameElement
  readonly port: MessagePort
  /** Resolves when the browser has loaded something into it, whatever that is. */
  readonly loaded: Promise<void>
}

/**
 * All that a view needs and nothing else: a frame of ours neither leads the page elsewhere nor asks
 * in windows that stop it. It keeps its origin, for without one it could not call its own API, and
 * what a page must not reach is kept from it by the origin and not by the sandbox.
 */
const mayDo = [
  'allow-scripts',
  'allow-same-origin',
  'allow-forms',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
  'allow-downloads',
]

/**
 * Makes a frame that is not in the page yet. The other end of its port is handed to our exact origin
 * alone, so that no other page that might stand in it hears a word.
 */
export function openFrame(origin: string, embedId: string | undefined): OpenFrame {
  if (!embedId) throw new HostFailure(faults.unsigned)
  const element = document.createElement('iframe')
  element.src = `${origin}/embed/frame/${embedId}`
  element.setAttribute('sandbox', mayDo.join(' '))
  element.allow = 'clipboard-write'
  element.referrerPolicy = 'no-referrer'
  const { port1: port, port2: framePort } = new MessageChannel()
  const loaded = new Promise<void>((done) => {
    const meet = () => {
      element.contentWindow?.postMessage('sonaqor', origin, [framePort])
      done()
    }
    element.addEventListener('load', meet, { once: true })
  })
  return { element, port, loaded }
}

/** Says something to the script in the frame; what is said before it has arrived waits for it. */
export function tell({ port }: OpenFrame, message: ToFrame): void {
  port.postMessage(message)
}

/** Hears what the script in the frame says, from its first word on. */
export function listen({ port }: OpenFrame, hear: (message: FromFrame) => void): void {
  port.addEventListener('message', ({ data }: MessageEvent<FromFrame>) => hear(data))
  port.start()
}
