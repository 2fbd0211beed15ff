import type { Parcel } from 'single-spa'
import { faultOf, faults, HostFailure, isMissingFile } from '../host/failure.ts'
import { inTime, stepMs } from '../host/in-time.ts'
import { whenAborted } from '../host/when-aborted.ts'
import { loadView } from '../releases/load-view.ts'
import type { FoundView } from '../releases/registry.ts'
import { releaseOf } from '../releases/release-of.ts'
import { Lifecycles, type Drawing } from '../single-spa/lifecycles.ts'
import { mountView } from '../single-spa/parcels.ts'

/** The view that stands in one place, or none while it loads and after it failed. */
export interface ShownView {
  /** The release that it is part of. */
  release(): string | undefined
  /** Draws a view into `ground`; it goes when `outdated` aborts, also if it arrives only then. */
  mount(found: FoundView, ground: HTMLElement, outdated: AbortSignal): Promise<void>
  /** Hands the view what the host knows now. */
  draw(): void
}

/** The module is here and does not do what it should; unless files of it did not come. */
function broken(cause: unknown): never {
  throw isMissingFile(cause) ? cause : new HostFailure(faultOf(cause, faults.broken), { cause })
}

/** Each mount is a parcel of its own, for single-spa keeps a broken one broken. */
export function createShownView(drawingOfNow: () => Drawing): ShownView {
  let shown: { readonly release: string; readonly parcel: Parcel } | undefined
  let drawn: Promise<unknown> = Promise.resolve()
  let draws = 0

  /** single-spa refuses an update while another one is under way, so each waits for the one before. */
  function draw() {
    draws += 1
    drawn = drawn.then(() => shown?.parcel.update?.({})).catch(() => undefined)
  }

  return {
    release: () => shown?.release,
    async mount({ module, view }, ground, outdated) {
      const loaded = await loadView(module, view.name)
      await inTime(loaded.fetch?.(), stepMs).catch(broken)
      if (outdated.aborted) return
      const drawsBefore = draws
      const place = { view: loaded, ground, drawingOfNow }
      async function mounted() {
        const parcel = await mountView(new Lifecycles(view.name, place))
        await parcel.mountPromise
        if (!outdated.aborted) shown = { release: releaseOf(module), parcel }
        // What has changed meanwhile found no view to be told to.
        if (draws !== drawsBefore) draw()
        whenAborted(outdated, () => {
          if (shown?.parcel === parcel) shown = undefined
          // A view that breaks as it goes is gone all the same.
          parcel.unmount().catch(() => undefined)
        })
      }
      await inTime(mounted(), stepMs).catch(broken)
    },
    draw,
  }
}
