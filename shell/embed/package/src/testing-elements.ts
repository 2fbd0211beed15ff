import { publishedViews } from './published.ts'
import type { ViewState } from './sdk.ts'

/** The elements of a page, while a fake is at work in it. */
export interface FakeElements {
  /** Those that stand in the page, in the order in which they came. */
  standing(): readonly HTMLElement[]
  /** What is chosen in one, without an event. */
  choose(element: Element, state: ViewState): void
  remove(): void
}

/** Whose elements they are: they stay defined when a fake is gone, for nobody can take that back. */
let standing: Set<HTMLElement> | undefined
const chosen = new WeakMap<Element, ViewState>()

/** Defines every published element, and others of our name as they turn up, as the loader does. */
export function defineFakes(): FakeElements {
  const own = new Set<HTMLElement>()
  standing = own
  const turnedUp = () =>
    define([...document.querySelectorAll(':not(:defined)')].map(({ localName }) => localName))
  const watcher = new MutationObserver(turnedUp)
  watcher.observe(document, { childList: true, subtree: true })
  define(Object.keys(publishedViews))
  turnedUp()
  for (const element of document.querySelectorAll<HTMLElement>('*'))
    if (element.localName.startsWith('sonaqor-')) own.add(element)
  return {
    standing: () => [...own],
    choose: (element, state) => void chosen.set(element, state),
    remove() {
      watcher.disconnect()
      if (standing === own) standing = undefined
    },
  }
}

function define(names: readonly string[]) {
  for (const name of names) {
    if (name.startsWith('sonaqor-') && !customElements.get(name))
      customElements.define(name, fakeView())
  }
}

/** Made when it is needed: a server that imports this file knows no elements. */
const fakeView = () =>
  class extends HTMLElement {
    get state(): ViewState {
      const attribute = new URLSearchParams(this.getAttribute('state') ?? '')
      return chosen.get(this) ?? Object.fromEntries(attribute)
    }

    set state(state: ViewState) {
      chosen.set(this, state)
    }

    connectedCallback() {
      const early = Object.getOwnPropertyDescriptor(this, 'state')
      if (early && Reflect.deleteProperty(this, 'state')) this.state = early.value
      standing?.add(this)
    }

    disconnectedCallback() {
      standing?.delete(this)
    }
  }
