import type { Params } from '@sonaqor/module'
import { memoryViewState } from '@sonaqor/module/memory-view-state'
import { placeFramed } from '../frame/outside/place-framed.ts'
import type { Seat } from '../handover.ts'
import type { Host, PlaceRequest } from '../host/host.ts'
import type { EmbedEvents, EmbedOptions, MountRequest } from '../sdk.ts'
import { place, type Placement } from './placement.ts'
import { followSize } from './size.ts'

/** Taken before the page puts its own in place, as far as that can be. */
const { attachShadow } = Element.prototype

/** Tells the page something of one element. */
export function tellOf<Name extends keyof EmbedEvents>(
  element: HTMLElement,
  name: Name,
  detail: EmbedEvents[Name],
): void {
  element.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }))
}

/** Who stands in an element now: one that goes late takes nothing away from whoever came after it. */
const seated = new WeakMap<HTMLElement, PlaceRequest>()

/** What was asked for in an element, and the release that is drawn there, for whoever looks at the page. */
const drawn = new WeakMap<HTMLElement, { readonly view: string; readonly release?: string }>()
export const drawnIn = (element: HTMLElement) => drawn.get(element)

/** Shows a view at a place of the page, keeps what is chosen in it, and tells the page by events. */
export function seatView(host: Host, seat: Seat, options: EmbedOptions): Placement {
  const { element } = seat
  takeEarlyState(element)
  const asked = requestOf(seat)
  const viewState = memoryViewState(seat.state ?? {})
  let { view } = asked

  const unfollow = viewState.subscribe((manner) => {
    const state = viewState.read()
    seat.state = state
    tellOf(element, 'sonaqor-state', { view, state, manner })
  })
  seat.choose = (state) => {
    // A page that hands back what it was told shall not be told again.
    if (!isSame(state, viewState.read())) viewState.write(state)
  }

  const request: PlaceRequest = {
    view,
    params: asked.params ?? {},
    expects: { app: asked.app, environment: asked.environment },
    viewState,
    navigate: (to, params = {}) => tellOf(element, 'sonaqor-navigate', { view: to, params }),
    ...(options.permalink && { permalink: options.permalink }),
    onLoading(name) {
      view = name
      drawn.set(element, { view: asked.view })
      tellOf(element, 'sonaqor-loading', { view })
    },
    onReady(name, release) {
      drawn.set(element, { view: asked.view, release })
      tellOf(element, 'sonaqor-ready', { view: name, release })
    },
    onFailed(error) {
      tellOf(element, 'sonaqor-error', error)
      options.onError?.(error)
    },
    onEvent: (event) => tellOf(element, 'sonaqor-event', event),
    onSession: (session) => tellOf(element, 'sonaqor-session', session),
  }
  seated.set(element, request)
  const isFramed = (asked.mode ?? options.mode) === 'frame'
  const stand = standOf(element)
  const placement = host.place(stand, request, isFramed ? placeFramed : place)
  const unmeasure = followSize(stand, (height) => tellOf(element, 'sonaqor-resize', { height }))
  return {
    ...placement,
    remove() {
      unfollow()
      unmeasure()
      placement.remove()
      if (stand !== element) stand.remove()
      if (seated.get(element) !== request) return
      seat.choose = undefined
      if (stand === element) vacate(element)
    },
  }
}

/** Some elements of HTML can have no shadow root: then one in them has it. */
function standOf(element: HTMLElement): HTMLElement {
  if (element.shadowRoot) return element
  try {
    attachShadow.call(element, { mode: 'open' })
    return element
  } catch {
    return element.appendChild(document.createElement('div'))
  }
}

/** What a framework chose before this was an element of ours hides the property that it meant. */
function takeEarlyState(element: HTMLElement & { state?: unknown }): void {
  if (!Object.hasOwn(element, 'state') || !element.localName.startsWith('sonaqor-')) return
  const { state } = element
  delete element.state
  element.state = state
}

type Asked = Omit<MountRequest, 'environment'> & { readonly environment?: string | undefined }

/** What is asked for at a place: by the page's call, or by the attributes of an element of ours. */
function requestOf({ element, request }: Seat): Asked {
  if (request) return request
  const said = (name: string) => element.getAttribute(name) ?? undefined
  const mode = said('mode')
  return {
    view: element.localName,
    ...(said('app') !== undefined && { app: said('app') }),
    environment: said('environment'),
    ...((mode === 'frame' || mode === 'shadow') && { mode }),
    params: paramsIn(said('params')),
  }
}

const paramsIn = (query = ''): Params => Object.fromEntries(new URLSearchParams(query))

function isSame(one: Params, other: Params): boolean {
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length && names.every((name) => one[name] === other[name])
  )
}

/** A shadow root stays for good; an empty one lets what the page has put into the element be seen. */
function vacate({ shadowRoot }: HTMLElement): void {
  if (!shadowRoot) return
  shadowRoot.adoptedStyleSheets = []
  shadowRoot.replaceChildren(document.createElement('slot'))
}
