/**
 * `/embed/v1.js`: the few lines that a partner's page loads first. They define the elements, fetch
 * the rest, and say so when the rest does not come. Nothing is imported here, so that it stays small.
 */
import type { AttachHostScript, HostScript, Seat } from './handover.ts'
import type { EmbedError, EmbedHandle, EmbedOptions, Sonaqor, ViewState } from './sdk.ts'

/** The host script of this very build; its name holds its content's hash. */
declare const HOST_FILE: string
declare const HOST_INTEGRITY: string

declare global {
  interface Window {
    Sonaqor?: Sonaqor
  }
}

/** A place where a view is missed says so by this. */
type Place = Seat & { notice?: HTMLElement }

/** All that this script says itself; what it loads has a catalogue. */
const words: Readonly<Record<string, readonly [notice: string, retry: string]>> = {
  ar: ['تعذّر تحميل Sonaqor.', 'إعادة المحاولة'],
  de: ['Sonaqor konnte nicht geladen werden.', 'Erneut versuchen'],
}
const english = ['Sonaqor could not be loaded.', 'Try again'] as const
const pauseAtMostS = 60

const wordsIn = ({ locale }: Pick<EmbedOptions, 'locale'>) =>
  words[(locale ?? document.documentElement.lang).slice(0, 2)] ?? english

// A page may ask for this script twice; the first one has the policy and the elements. Who may write
// `<img name="currentScript">` into it must not say whose script this is, so the document is not asked.
window.Sonaqor ??= begin(
  Reflect.get(Document.prototype, 'currentScript', document) as HTMLScriptElement,
)
dispatchEvent(new Event('sonaqor-loaded'))

function begin(own: HTMLScriptElement): Sonaqor {
  const { origin } = new URL(own.src)
  const rules = {
    createScriptURL(url: string) {
      if (url.startsWith(`${origin}/`)) return url
      throw new TypeError(url)
    },
  }
  const policy = window.trustedTypes?.createPolicy('sonaqor', rules) ?? rules
  const sessions = new Map<string, EmbedOptions>()
  const places = new Map<HTMLElement, Place>()
  const watcher = new MutationObserver(defineFound)
  let loading: Promise<HostScript> | undefined
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function load(): Promise<HostScript> {
    if (loading) return loading
    loading = new Promise((done, failed) => {
      // Also where it arrived and could not run; where it ran, this comes too late to matter.
      const over = () => {
        script.remove()
        failed(errorFor({}))
      }
      const script = Object.assign(document.createElement('script'), {
        onload: over,
        onerror: over,
        nonce: own.nonce,
        crossOrigin: '',
        integrity: HOST_INTEGRITY,
        src: policy.createScriptURL(`${origin}/embed/host/${HOST_FILE}`),
      })
      script.addEventListener('sonaqor-host', (event) => {
        done((event as CustomEvent<AttachHostScript>).detail({ origin, policy }))
      })
      document.head.append(script)
    })
    loading.catch(missed)
    return loading
  }

  /** Tells the host script, if it is there; one that is not has nothing to change. */
  const tell = (act: (host: HostScript) => unknown) => loading?.then(act, () => {})

  /** It is tried again by itself, and at once when the network is back. */
  function missed() {
    loading = undefined
    places.forEach(complain)
    failures += 1
    clearTimeout(timer)
    timer = setTimeout(retry, Math.min(2 ** failures, pauseAtMostS) * 1000)
    if (failures === 1) sessions.forEach((options) => options.onError?.(errorFor(options)))
  }

  function retry() {
    clearTimeout(timer)
    if (!sessions.size || loading) return
    places.forEach(show)
    void defineAll()
  }

  addEventListener('online', retry)

  const optionsOf = ({ session, element }: Place) =>
    sessions.get(session ?? element.getAttribute('session') ?? '')

  function show(place: Place) {
    const { element } = place
    const options = optionsOf(place)
    if (!options) return
    void load()
    tell((host) => {
      if (places.get(element) === place && optionsOf(place) === options) host.show(place, options)
    })
  }

  function hide({ element, notice }: Place) {
    notice?.remove()
    tell((host) => host.hide(element))
  }

  const errorFor = (options: Pick<EmbedOptions, 'locale'>): EmbedError =>
    Object.assign(new Error(wordsIn(options)[0]), { code: 'loader-unreachable', retry } as const)

  function complain(place: Place) {
    const { element, notice } = place
    const options = optionsOf(place)
    if (!options || notice?.isConnected) return
    const detail = errorFor(options)
    const said = document.createElement('p')
    const button = document.createElement('button')
    said.role = 'alert'
    said.style.padding = '24px'
    button.textContent = wordsIn(options)[1]
    button.addEventListener('click', () => {
      said.remove()
      retry()
    })
    said.append(detail.message, ' ', button)
    place.notice = said
    element.dispatchEvent(
      new CustomEvent('sonaqor-error', {
        bubbles: true,
        composed: true,
        detail,
      }),
    )
    try {
      const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
      root.replaceChildren(said)
    } catch {
      // Some elements of HTML can have none; their page has heard of it.
    }
  }

  /** What is chosen before the view stands there is what it begins with. */
  function choose(place: Place, state: ViewState) {
    place.state = state
    place.choose?.(state)
  }

  function define(name: string) {
    if (customElements.get(name)) return
    customElements.define(
      name,
      class extends HTMLElement {
        static observedAttributes = ['app', 'environment', 'mode', 'params', 'session', 'state']
        #place: Place = { element: this }

        get state(): ViewState {
          return this.#place.state ?? {}
        }

        set state(state: ViewState) {
          choose(this.#place, state)
        }

        connectedCallback() {
          places.set(this, this.#place)
          show(this.#place)
        }

        disconnectedCallback() {
          // An element that is only moved comes back at once, and keeps what stands in it.
          queueMicrotask(() => {
            if (this.isConnected) return
            places.delete(this)
            hide(this.#place)
          })
        }

        attributeChangedCallback(attribute: string, before: string | null, now: string | null) {
          if (before === now) return
          if (attribute === 'state') {
            this.state = Object.fromEntries(new URLSearchParams(now ?? ''))
          } else if (places.has(this)) {
            hide(this.#place)
            show(this.#place)
          }
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
    try {
      const host = await load()
      failures = 0
      ;(await host.elements()).forEach(define)
      watcher.disconnect()
    } catch {
      // They are still defined as they turn up.
    }
  }

  return {
    start(options: EmbedOptions): EmbedHandle {
      const name = options.name ?? ''
      const session = Object.assign(sessions.get(name) ?? {}, options)
      const update: EmbedHandle['update'] = (change) => {
        Object.assign(session, change)
        tell((host) => host.update(session))
      }
      async function end(forGood: boolean) {
        if (sessions.get(name) !== session) return
        sessions.delete(name)
        if (!sessions.size) watcher.disconnect()
        for (const place of places.values()) {
          if (!optionsOf(place)) place.notice?.remove()
          if (!forGood && place.session === name) places.delete(place.element)
        }
        await tell((host) => host.end(session, forGood))
      }
      sessions.set(name, session)
      update({})
      places.forEach(show)
      defineFound()
      void defineAll()
      return {
        mount(element, request) {
          const place: Place = { element, session: name, request, state: request.state }
          const former = places.get(element)
          if (former) hide(former)
          places.set(element, place)
          show(place)
          return {
            get state() {
              return place.state ?? {}
            },
            setState: (state) => choose(place, state),
            remove() {
              if (places.get(element) !== place) return
              places.delete(element)
              hide(place)
            },
          }
        },
        update,
        logout: () => end(true),
        destroy: () => void end(false),
      }
    },
    doctor: () => load().then((host) => host.doctor()),
  }
}
