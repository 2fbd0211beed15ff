/** What the merchant has chosen of the portal's look, kept in this browser. */

const name = 'tidewater-choices'

const unlessChosen = {
  theme: 'light',
  density: 'cosy',
  language: 'en',
  mode: 'shadow',
}

/** Where the browser keeps nothing, a choice is good for as long as the page is open. */
function kept() {
  try {
    return JSON.parse(localStorage.getItem(name) ?? '{}')
  } catch {
    return {}
  }
}

function keep() {
  try {
    localStorage.setItem(name, JSON.stringify(chosen))
  } catch {
    // It is not kept, and nothing else.
  }
}

let chosen = { ...unlessChosen, ...kept() }
const listeners = new Set()
document.documentElement.dataset.theme = chosen.theme

export const choices = () => chosen

export function choose(change) {
  chosen = { ...chosen, ...change }
  keep()
  document.documentElement.dataset.theme = chosen.theme
  for (const heard of listeners) heard()
}

/** Calls back after each choice; returns the way to stop. */
export function onChoice(listener) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const useChoices = () => window.React.useSyncExternalStore(onChoice, choices)
