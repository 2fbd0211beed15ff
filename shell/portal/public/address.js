/** Where the reader is in this portal. Our address is ours: no embed touches it. */

const { useSyncExternalStore } = window.React

let here = window.location.pathname + window.location.search
const listeners = new Set()

function arrive() {
  here = window.location.pathname + window.location.search
  for (const heard of listeners) heard()
}

window.addEventListener('popstate', arrive)

const listen = (listener) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** The path, and what stands behind its question mark. */
export function useAddress() {
  const [path, search = ''] = useSyncExternalStore(listen, () => here).split('?')
  return { path, search }
}

/** Shows a page of ours without loading the document anew. */
export function go(to) {
  if (to === here) return
  window.history.pushState(null, '', to)
  arrive()
}

/**
 * Keeps what is chosen on this page in its address, for a link or a reload. A step is one for the way
 * back too, and to undo it is that way.
 */
export function note(state, manner) {
  const { history, location } = window
  const query = new URLSearchParams(state).toString()
  const search = query && `?${query}`
  const to = location.pathname + search
  const isStep = manner === 'step' && search !== location.search
  if (isStep) history.pushState({ from: location.search }, '', to)
  else if (manner === 'back' && history.state?.from === search) history.back()
  else history.replaceState(history.state, '', to)
  // What is on the page has it already; but the way back is one only from where the page knows to be.
  arrive()
}

/** For a link: a press goes there in place, anything else is left to the browser. */
export const leadsTo = (to) => ({
  href: to,
  onClick: (event) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    go(to)
  },
})
