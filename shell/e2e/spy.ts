/** A partner's page that is hostile: its scripts ran first, and listen to whatever passes. */
import type { Page } from '@playwright/test'

/** Everything that a script of the page can get hold of is noted from the first moment on. */
export async function spyOn(page: Page): Promise<void> {
  await page.addInitScript(() => {
    // Our own frame runs this too, and has to be left as it is.
    if (window.top !== window) return
    const heard: string[] = []
    const roots: ShadowRoot[] = []
    Reflect.set(window, 'spied', { heard, roots })
    const hear = (what: string, value: unknown) => {
      const plain = value instanceof Headers ? [...value] : value
      heard.push(`${what} ${typeof plain === 'string' ? plain : JSON.stringify(plain)}`)
    }

    addEventListener('message', ({ data }) => hear('message', data))
    const { fetch } = window
    window.fetch = async (input, init) => {
      hear('request', [String(input), init?.headers, init?.body])
      const answer = await fetch(input, init)
      hear('answer', await answer.clone().text().catch(String))
      return answer
    }
    const { attachShadow } = Element.prototype
    Element.prototype.attachShadow = function attach(options) {
      const root = attachShadow.call(this, options)
      roots.push(root)
      return root
    }
    for (const port of [MessagePort, Window, BroadcastChannel]) {
      const { postMessage } = port.prototype
      Reflect.set(port.prototype, 'postMessage', function post(this: unknown, ...sent: unknown[]) {
        hear('sent', sent[0])
        return Reflect.apply(postMessage, this, sent)
      })
    }
    const { addEventListener: listen } = MessagePort.prototype
    Reflect.set(
      MessagePort.prototype,
      'addEventListener',
      function add(this: MessagePort, type: string, ...rest: unknown[]) {
        Reflect.apply(listen, this, [type, (event: MessageEvent) => hear('port', event.data)])
        return Reflect.apply(listen, this, [type, ...rest])
      },
    )
    const { writeText } = Clipboard.prototype
    Clipboard.prototype.writeText = function write(text) {
      hear('clipboard', text)
      return writeText.call(this, text)
    }
  })
}

/** What passed before the scripts of the page, and what stands in it, closed shadow roots included. */
export function heardBy(page: Page): Promise<{ readonly heard: string; readonly seen: string }> {
  return page.evaluate(() => {
    const { heard, roots } = Reflect.get(window, 'spied') as {
      heard: string[]
      roots: ShadowRoot[]
    }
    const values = [document, ...roots].flatMap((root) =>
      [...root.querySelectorAll('input, textarea')].map((field) => Reflect.get(field, 'value')),
    )
    const seen = [document.documentElement.outerHTML, ...roots.map((root) => root.innerHTML)]
    return { heard: heard.join('\n'), seen: [...seen, ...values].join('\n') }
  })
}
