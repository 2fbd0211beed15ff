import type { Placement } from '../view/placement.ts'
import { registerApplication, start } from './single-spa.ts'

interface Application {
  readonly name: string
  readonly isActive: () => boolean
  /** Where it is drawn, each time in a fresh element. */
  readonly main: HTMLElement
  readonly place: (element: HTMLElement) => Placement
}

/**
 * Makes something placed a single-spa application. It never breaks itself: what may fail is the
 * placement in it, with its retry.
 */
export function register({ name, isActive, main, place }: Application): void {
  let element: HTMLElement | undefined
  let placement: Placement | undefined
  registerApplication({
    name,
    activeWhen: isActive,
    app: {
      bootstrap: async () => undefined,
      async mount() {
        element = main.appendChild(document.createElement('div'))
        placement = place(element)
      },
      async unmount() {
        placement?.remove()
        element?.remove()
      },
    },
  })
}

let started = false

/** single-spa is started for the life of the page; a later principal finds it running. */
export function startOnce(): void {
  if (!started) start({ urlRerouteOnly: true })
  started = true
}
