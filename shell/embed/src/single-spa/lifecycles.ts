import type { ModuleHost, Mounted, Params, View } from '@sonaqor/module'
import { stepMs } from '../host/in-time.ts'

/** What a parcel is given, first to mount its view and later to redraw it. */
export interface Drawing {
  readonly host: ModuleHost
  readonly params: Params
}

interface Place {
  readonly view: View
  readonly ground: HTMLElement
  readonly drawingOfNow: () => Drawing
}

/**
 * The stage tells the reader of what is slow, and gives it up before single-spa would warn of it. So long
 * its timers keep what they were set for, which is why they wait no longer.
 */
const patienceMs = stepMs + 1_000
const patient = { millis: patienceMs, warningMillis: patienceMs, dieOnTimeout: false }
const timed = new Set<PropertyKey>(['bootstrap', 'mount', 'unmount', 'update'])

/**
 * single-spa walks its timeouts with all that they inherit, so what a page has added to each object
 * counts as a lifecycle, which `{}` would bring it to write into whatever value stands there.
 */
export const timeouts: object = new Proxy(
  {},
  { get: (_, name) => (timed.has(name) ? patient : Object.create(null)) },
)

/**
 * A view as single-spa knows it: plain lifecycles around the one way to mount. Its timers keep every
 * parcel for a while, and one that broke for ever; so what a view was drawn with is let go with the
 * view. It is a class because functions alone keep whatever else stands where they are made.
 */
export class Lifecycles {
  readonly timeouts = timeouts
  readonly name: string
  #place: Place | undefined
  #mounted: Mounted | undefined

  constructor(name: string, place: Place) {
    this.name = name
    this.#place = place
  }

  readonly bootstrap = () => Promise.resolve()

  readonly mount = async () => {
    if (!this.#place) return
    const { view, ground, drawingOfNow } = this.#place
    const { host, params } = drawingOfNow()
    try {
      this.#mounted = await view.mount(ground, { name: this.name, params }, host)
    } catch (error) {
      this.#place = undefined
      throw error
    }
  }

  readonly update = async () => {
    if (this.#place) this.#mounted?.update(this.#place.drawingOfNow())
  }

  readonly unmount = async () => {
    const mounted = this.#mounted
    this.#place = undefined
    this.#mounted = undefined
    mounted?.unmount()
  }
}
