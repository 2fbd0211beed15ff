/**
 * Popovers as far as jsdom lets them be: open or not, the events that tell of it, and the buttons that
 * turn them. What lies over what, and where, is a browser's to know.
 */
const openPopovers = new WeakSet<HTMLElement>()

/** Teaches it to the document of a test. */
export function openPopoversIn(page: Document) {
  HTMLElement.prototype.showPopover = show
  HTMLElement.prototype.hidePopover = hide
  page.addEventListener('click', turn)
}

function show(this: HTMLElement) {
  change(this, true)
}

function hide(this: HTMLElement) {
  change(this, false)
}

function change(popover: HTMLElement, open: boolean) {
  if (openPopovers.has(popover) === open) return
  popover.dispatchEvent(toggleEvent('beforetoggle', open))
  if (open) openPopovers.add(popover)
  else openPopovers.delete(popover)
  // As in a browser, the word that it has happened comes a moment later.
  setTimeout(() => popover.dispatchEvent(toggleEvent('toggle', open)))
}

function toggleEvent(type: string, open: boolean): Event {
  const [oldState, newState] = open ? ['closed', 'open'] : ['open', 'closed']
  return Object.assign(new Event(type), { oldState, newState })
}

function turn(event: Event) {
  const button = event.composedPath().find((place) => isTurner(place))
  const root = button?.getRootNode()
  if (!button || !(root instanceof Document || root instanceof ShadowRoot)) return
  const popover = root.getElementById(button.getAttribute('popovertarget') ?? '')
  if (popover) change(popover, !openPopovers.has(popover))
}

function isTurner(place: EventTarget): place is HTMLElement {
  return place instanceof HTMLElement && place.hasAttribute('popovertarget')
}
