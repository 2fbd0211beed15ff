import type { ModuleHost, Mounted, Params, View } from '@sonaqor/module'
import type { ParcelConfig } from 'single-spa'

/** What a parcel is given, first to mount its view and later to redraw it. */
export interface Drawing {
  readonly host: ModuleHost
  readonly params: Params
}

/** Code may come over a slow line; the stage tells the reader, so single-spa need not warn. */
const patient = { millis: 60_000, warningMillis: 60_000, dieOnTimeout: false }

/** A view as single-spa knows it: plain lifecycles around the one way to mount. */
export function lifecyclesOf(
  view: View,
  name: string,
): ParcelConfig<Drawing & { domElement: HTMLElement }> {
  let mounted: Mounted | undefined
  const lifecycles = {
    name,
    timeouts: { bootstrap: patient, mount: patient, unmount: patient, update: patient },
    bootstrap: () => Promise.resolve(),
    async mount({ domElement, host, params }: Drawing & { domElement: HTMLElement }) {
      mounted = await view.mount(domElement, { name, params }, host)
    },
    async update({ host, params }: Drawing) {
      mounted?.update({ host, params })
    },
    async unmount() {
      mounted?.unmount()
      mounted = undefined
    },
  }
  return lifecycles
}
