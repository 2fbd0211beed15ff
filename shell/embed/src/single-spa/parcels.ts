/** Where the views of a page are mounted, so that nothing of a view stays once it is gone. */
import type { AppProps, Parcel } from 'single-spa'
import { timeouts, type Lifecycles } from './lifecycles.ts'
import { mountRootParcel } from './single-spa.ts'

/** A parcel has to name an element; ours draw where their view is to stand. */
const domElement = document.createElement('div')

let owner: Promise<AppProps['mountParcel']> | undefined

/** single-spa keeps its root parcels for ever, and lets those of a parcel go: so one owns all others. */
function openOwner(): Promise<AppProps['mountParcel']> {
  return new Promise((done, failed) => {
    const root = {
      name: 'sonaqor',
      timeouts,
      bootstrap: () => Promise.resolve(),
      mount: async ({ mountParcel }: AppProps) => done(mountParcel),
      unmount: () => Promise.resolve(),
    }
    mountRootParcel(root, { domElement }).mountPromise.catch(failed)
  })
}

export async function mountView(lifecycles: Lifecycles): Promise<Parcel> {
  owner ??= openOwner().catch((error: unknown) => {
    owner = undefined
    throw error
  })
  const mountParcel = await owner
  return mountParcel(lifecycles, { domElement })
}
