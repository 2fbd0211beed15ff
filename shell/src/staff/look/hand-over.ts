/** The staff's side of a look: lends the frame of the tenants' origin one token after the other. */
import type { Look } from '@sonaqor/contract/staff'
import { frameIsReady, type FromFrame, type FromStaff } from './look-messages.ts'

/** A token lives for five minutes; so long after it came it is changed for the next. */
const tokenMs = 240_000

export interface HandOver {
  readonly frame: HTMLIFrameElement
  /** Of the page in the frame; no other one is told or heard. */
  readonly origin: string
  readonly look: Look
  readonly locale: string
  readonly enterAgain: () => Promise<Look>
  /** The tenant has ended it, its time is over, or the session of whoever looks is. */
  readonly onOver: () => void
}

/**
 * Hands the look to the frame as often as its page is loaded anew. What code in there can ask for is a
 * further token of this very look, which reads what the tenant has lent; the session stays here.
 */
export function handOver({ frame, origin, look, locale, enterAgain, onOver }: HandOver) {
  let held = { look, at: performance.now() }
  let port: MessagePort | undefined
  let isOver = false

  /** However many requests of the frame are refused by it, a look ends once. */
  function end() {
    if (!isOver) onOver()
    isOver = true
  }

  /** However often the frame asks: while a token is young it is told the same one. */
  async function current(): Promise<Look | null> {
    if (performance.now() - held.at < tokenMs) return held.look
    try {
      held = { look: await enterAgain(), at: performance.now() }
      return held.look
    } catch {
      end()
      return null
    }
  }

  async function answer(word: FromFrame) {
    if (word === 'over') end()
    else if (word === 'renew') port?.postMessage({ look: await current() } satisfies FromStaff)
  }

  async function begin() {
    const entered = await current()
    if (!entered) return
    port?.close()
    const channel = new MessageChannel()
    port = channel.port1
    port.addEventListener('message', ({ data }: MessageEvent<FromFrame>) => void answer(data))
    port.start()
    frame.contentWindow?.postMessage({ look: entered, locale }, origin, [channel.port2])
  }

  function hear({ origin: from, source, data }: MessageEvent) {
    const isFrame = from === origin && source === frame.contentWindow
    if (isFrame && data === frameIsReady) void begin()
  }

  addEventListener('message', hear)
  return () => {
    removeEventListener('message', hear)
    port?.close()
  }
}
