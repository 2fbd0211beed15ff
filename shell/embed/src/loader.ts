/**
 * `/embed/v1.js`: the few lines that a partner's page loads first. They define the elements, fetch
 * the rest, and say so when the rest does not come. Nothing is imported here, so that it stays small.
 */
import type { AttachHostScript, EmbedPage, HostScript, Seat } from './handover.ts'
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
type Words = readonly [notice: string, retry: string, lang: string]
const words: { readonly [lang: string]: Words; readonly en: Words } = {
  ar: ['تعذّر تحميل Sonaqor.', 'إعادة المحاولة', 'ar'],
  en: ['Sonaqor could not be loaded.', 'Try again', 'en'],
  de: ['Sonaqor konnte nicht geladen werden.', 'Erneut versuchen', 'de'],
}
const firstPauseMs = 2000
const longerAtMost = 30

const wordsIn = ({ locale }: Pick<EmbedOptions, 'locale'>) =>
  words[(locale ?? document.documentElement.lang).slice(0, 2)] ?? words.en

/** An element with what is to be said of it. */
const make = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, has: object) =>
  Object.assign(document.createElement(tag), has)

// A page may ask for this script twice; the first one has the policy and the elements. Who may write
// `<img name="currentScript">` into it must not say whose script this is, so the document is not asked;
// nor does `<a id="Sonaqor">` count as the first one, which the window has by inheritance alone.
if (!Object.hasOwn(window, 'Sonaqor') || !window.Sonaqor) window.Sonaqor = begin()
dispatchEvent(new Event('sonaqor-loaded'))

function begin(): Sonaqor {
  const own = Reflect.get(Document.prototype, 'currentScript', document) as HTMLScriptElement
  const { origin } = new URL(own.src)
  let policy: EmbedPage['policy'] = {
    createScriptURL(url) {
      if (url.startsWith(`${origin}/`)) return url
      throw new TypeError(url)
    },
  }
  try {
    policy = window.trustedTypes?.createPolicy('sonaqor', policy) ?? policy
  } catch {
    // A page that refuses its name refuses the script as well, unless it asks for no policy at all.
  }
  const sessions = new Map<string, EmbedOptions>()
  const places = new Map<HTMLElement, Place>()
  const watcher = new MutationObserver(defineFound)
  let loading: Promise<HostScript> | undefined
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function load(): Promise<HostScript> {
    loading ??= new Promise<HostScript>((done, failed) => {
      // Also where it arrived and could not run; where it ran, this comes too late to matter.
      const over = () => {
        script.remove()
        failed()
      }
      const script = make('script', {
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
    }).catch(missed)
    return loading
  }

  /** Tells the host script, if it is there; one that is not has nothing to change. */
  const tell = (act: (host: HostScript) => unknown) => loading?.then(act, () => {})

  /** It is tried again by itself, and at once when the network is back. */
  function missed(): never {
    loading = undefined
    places.forEach(complain)
    clearTimeout(timer)
    timer = setTimeout(retry, Math.min(2 ** failures, longerAtMost) * firstPauseMs)
    if (!failures++) sessions.forEach((options) => options.onError?.(errorFor(options)))
    throw errorFor({})
  }

  function retry() {
    clearTimeout(timer)
    if (!sessions.size || loading) return
    places.forEach(show)
    void defineAll()
  }

  addEventListener('online', retry)

  const optionsOf = (place: Place) =>
    sessions.get(place.session ?? place.element.getAttribute('session') ?? '')

  function show(place: Place) {
    const options = optionsOf(place)
    if (!options) return
    void load()
    tell((host) => {
      if (places.get(place.element) === place && optionsOf(place) === options)
        host.show(place, options)
    })
  }

  function hide(place: Place) {
    place.notice?.remove()
    tell((host) => host.hide(place.element))
  }

  const errorFor = (options: Pick<EmbedOptions, 'locale'>): EmbedError =>
    Object.assign(new Error(wordsIn(options)[0]), { code: 'loader-unreachable', retry } as const)

  function complain(place: Place) {
    const options = optionsOf(place)
    if (!options || place.notice?.isConnected) return
    const [message, again, lang] = wordsIn(options)
    const said = make('p', { role: 'alert', lang, dir: 'auto', style: 'padding:24px' })
    const onclick = () => {
      said.remove()
      retry()
    }
    said.append(message, ' ', make('button', { textContent: again, onclick }))
    place.notice = said
    place.element.dispatchEvent(
      new CustomEvent('sonaqor-error', {
        bubbles: true,
        composed: true,
        detail: errorFor(options),
      }),
    )
    try {
      const root = place.element.shadowRoot ?? place.element.attachShadow({ mode: 'open' })
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
    document.querySelectorAll(':not(:defined)').forEach(({ localName }) => {
      if (localName.startsWith('sonaqor-')) define(localName)
    })
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
      const session = sessions.get(name) ?? ({} as EmbedOptions)
      const update: EmbedHandle['update'] = (change) => {
        Object.assign(session, change)
        tell((host) => host.update(session))
      }
      async function end(forGood: boolean) {
        if (sessions.get(name) !== session) return
        sessions.delete(name)
        if (!sessions.size) watcher.disconnect()
        places.forEach((place) => {
          if (!optionsOf(place)) place.notice?.remove()
          if (!forGood && place.session === name) places.delete(place.element)
        })
        await tell((host) => host.end(session, forGood))
      }
      sessions.set(name, session)
      update(options)
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
        destroy: () => end(false),
      }
    },
    doctor: () => load().then((host) => host.doctor()),
  }
}
