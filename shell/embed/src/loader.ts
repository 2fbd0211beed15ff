/**
 * `/embed/v1.js`: the few lines that a partner's page loads first. They define the elements, fetch
 * the rest, and say so when the rest does not come. Nothing is imported here, so that it stays small.
 */
import type { AttachHostScript, EmbedHandle, EmbedOptions, HostScript } from './options.ts'

/** The host script of this very build; its name holds its content's hash. */
declare const HOST_FILE: string
declare const HOST_INTEGRITY: string

declare global {
  interface Window {
    Sonaqor?: { start(options: EmbedOptions): EmbedHandle }
  }
}

/** All that this script says itself; what it loads has a catalogue. */
const words: Readonly<Record<string, readonly [notice: string, retry: string]>> = {
  ar: ['تعذّر تحميل Sonaqor.', 'إعادة المحاولة'],
  de: ['Sonaqor konnte nicht geladen werden.', 'Erneut versuchen'],
}

// A page may ask for this script twice; the first one has the policy and the elements.
window.Sonaqor ??= begin(document.currentScript as HTMLScriptElement)
window.dispatchEvent(new Event('sonaqor-ready'))

function begin(own: HTMLScriptElement) {
  const { origin } = new URL(own.src)
  const rules = {
    createScriptURL(url: string) {
      if (url.startsWith(`${origin}/`)) return url
      throw new TypeError(`${url} is no script of ${origin}.`)
    },
  }
  const policy = window.trustedTypes?.createPolicy('sonaqor', rules) ?? rules
  const sessions = new Map<string, EmbedOptions>()
  const elements = new Set<HTMLElement>()
  const watcher = new MutationObserver(defineFound)
  let loading: Promise<HostScript> | undefined

  function load(): Promise<HostScript> {
    if (loading) return loading
    loading = new Promise((done, failed) => {
      const script = document.createElement('script')
      script.nonce = own.nonce
      script.crossOrigin = 'anonymous'
      script.integrity = HOST_INTEGRITY
      script.src = policy.createScriptURL(`${origin}/embed/host/${HOST_FILE}`)
      script.addEventListener('sonaqor-host', (event) => {
        done((event as CustomEvent<AttachHostScript>).detail({ origin, policy }))
      })
      // Also where it arrived and could not run; where it ran, this comes too late to matter.
      const over = () => {
        script.remove()
        failed(new Error('Sonaqor could not be loaded.'))
      }
      script.addEventListener('load', over)
      script.addEventListener('error', over)
      document.head.append(script)
    })
    loading.catch(() => {
      loading = undefined
    })
    return loading
  }

  function show(element: HTMLElement) {
    const options = sessions.get(element.getAttribute('session') ?? '')
    if (!options) return
    load().then(
      (host) => element.isConnected && host.show(element, options),
      (error: Error) => complain(element, options, error),
    )
  }

  function hide(element: HTMLElement) {
    void loading?.then((host) => host.hide(element))
  }

  function complain(element: HTMLElement, { onError, locale }: EmbedOptions, error: Error) {
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
    const language = (locale ?? document.documentElement.lang).slice(0, 2)
    const [message, again] = words[language] ?? [error.message, 'Try again']
    const notice = document.createElement('p')
    const button = document.createElement('button')
    const retry = () => {
      notice.remove()
      show(element)
    }
    notice.role = 'alert'
    notice.style.cssText = 'margin:0;padding:24px;font:14px/1.45 system-ui,sans-serif'
    button.style.font = 'inherit'
    button.textContent = again
    button.addEventListener('click', retry)
    notice.append(message, ' ', button)
    root.replaceChildren(notice)
    window.addEventListener('online', retry, { once: true })
    const detail = { message, retry }
    element.dispatchEvent(new CustomEvent('sonaqor-error', { bubbles: true, detail }))
    onError?.(error)
  }

  function define(name: string) {
    if (customElements.get(name)) return
    customElements.define(
      name,
      class extends HTMLElement {
        static observedAttributes = ['app', 'environment', 'session']

        connectedCallback() {
          elements.add(this)
          show(this)
        }

        disconnectedCallback() {
          // An element that is only moved comes back at once, and keeps what stands in it.
          queueMicrotask(() => {
            if (this.isConnected) return
            elements.delete(this)
            hide(this)
          })
        }

        attributeChangedCallback() {
          if (!elements.has(this)) return
          hide(this)
          show(this)
        }
      },
    )
  }

  function defineFound() {
    for (const { localName } of document.querySelectorAll(':not(:defined)')) {
      if (localName.startsWith('sonaqor-')) define(localName)
    }
  }

  /** Until all names are known, elements are defined as they turn up, so that a failure shows. */
  async function defineAll() {
    watcher.observe(document, { childList: true, subtree: true })
    const names = await load().then((host) => host.elements())
    names.forEach(define)
    watcher.disconnect()
  }

  return {
    start(options: EmbedOptions): EmbedHandle {
      const name = options.name ?? ''
      const session = Object.assign(sessions.get(name) ?? {}, options)
      sessions.set(name, session)
      elements.forEach(show)
      defineFound()
      defineAll().catch(() => undefined)
      return {
        update(change) {
          Object.assign(session, change)
          void loading?.then((host) => host.update(session))
        },
        end() {
          sessions.delete(name)
          void loading?.then((host) => host.end(session))
        },
      }
    },
  }
}
