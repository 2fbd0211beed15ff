import type { RegisteredModule } from '@sonaqor/contract/releases'
import type { Parcel } from 'single-spa'
import { whenAborted } from './attempts.ts'
import { lifecyclesOf, type Drawing } from './lifecycles.ts'
import { loadView } from './load-view.ts'
import type { FoundView } from './registry.ts'
import { mountRootParcel } from './single-spa.ts'

/** The view that stands in one place, or none while it loads and after it failed. */
export interface ShownView {
  /** The release that it is part of. */
  release(): string | undefined
  /** Draws a view into `ground`; it goes when `outdated` aborts, also if it arrives only then. */
  mount(found: FoundView, ground: HTMLElement, outdated: AbortSignal): Promise<void>
  /** Hands the view what the host knows now. */
  draw(): void
}

/** Each mount is a parcel of its own, for single-spa keeps a broken one broken. */
export function createShownView(drawingOfNow: () => Drawing): ShownView {
  let shown: { readonly release: string; readonly parcel: Parcel<Drawing> } | undefined
  let drawn: Promise<unknown> = Promise.resolve()
  let draws = 0

  /** single-spa refuses an update while another one is under way, so each waits for the one before. */
  function draw() {
    draws += 1
    drawn = drawn.then(() => shown?.parcel.update?.(drawingOfNow())).catch(() => undefined)
  }

  return {
    release: () => shown?.release,
    async mount({ module, view }, ground, outdated) {
      const loaded = await loadView(module, view.name)
      if (outdated.aborted) return
      const drawsBefore = draws
      const parcel = mountRootParcel(lifecyclesOf(loaded, view.name), {
        ...drawingOfNow(),
        domElement: ground,
      })
      await parcel.mountPromise
      if (!outdated.aborted) shown = { release: releaseOf(module), parcel }
      // What has changed meanwhile found no view to be told to.
      if (draws !== drawsBefore) draw()
      whenAborted(outdated, () => {
        if (shown?.parcel === parcel) shown = undefined
        void parcel.unmount()
      })
    },
    draw,
  }
}

export function releaseOf({ manifest }: RegisteredModule): string {
  return `${manifest.name}@${manifest.version}`
}
