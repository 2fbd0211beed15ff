import { memoryViewState } from '@sonaqor/module/memory-view-state'
import { attemptsOn } from './attempts.ts'
import { faults } from './failure.ts'
import type { Host, PlaceRequest } from './host.ts'
import { placingWithin } from './inner-view.ts'
import { loadView } from './load-view.ts'
import { mannerOf } from './manner.ts'
import { openingOn } from './opening.ts'
import type { FoundView } from './registry.ts'
import { createShownView, releaseOf } from './shown-view.ts'
import { createStage } from './stage.ts'
import * as texts from './texts/en.ts'
import { titleOf } from './titles.ts'
import { assertExpected, viewHostOf } from './view-host.ts'

/** A view at its place in the page. */
export interface Placement {
  /** Hands the view what the host knows now. */
  draw(): void
  /** Shows the view in its current release, if it stands there in another one or not at all. */
  renew(): Promise<void>
  /** Says so, where the view stands in a release that is not the current one any more. */
  announce(): Promise<void>
  remove(): void
}

/**
 * Shows a view in an element. Whatever goes wrong on the way there, or later while it is drawn, ends
 * in the stage's retry, so that no failure of a module is ever a failure of the page.
 */
export function place(
  host: Host,
  element: HTMLElement,
  request: PlaceRequest,
  onRemove: () => void,
): Placement {
  const manner = () => mannerOf(host.state())
  const gone = new AbortController()
  let found: FoundView | undefined
  let failedBefore = false

  const stage = createStage(element, {
    manner,
    title: () => found && titleOf(found, host.state().locale),
    headingLevel: headingLevelOf(host, request),
  })
  const { open, expect, hold } = openingOn(host, stage, { gone: gone.signal, app: request.app })
  const own = {
    viewState: request.viewState ?? memoryViewState(),
    open,
    place: placingWithin(host, request, gone.signal),
    failed: (error: unknown) => attempts.fail(error, faults.broken),
    hold: request.hold ?? hold,
  }
  const params = request.params ?? {}
  const shown = createShownView(() => ({ host: viewHostOf(host, request, own), params }))

  const attempts = attemptsOn(stage, {
    release: () => found && releaseOf(found.module),
    async run(ground, outdated) {
      found = await find()
      assertExpected(request, found.view, await host.session.grant())
      await shown.mount(found, ground, outdated)
    },
    onReady() {
      failedBefore = false
      if (found) expect(found)
      request.onReady?.()
    },
    onFailed({ reason }, cause) {
      failedBefore = true
      request.onFailed?.(manner().say(reason), cause, attempts.start)
    },
  })

  /** A release that failed may have been taken back since, so a retry asks which one is current. */
  async function find() {
    if (failedBefore) await host.registry.refresh().catch(() => undefined)
    return host.registry.find(request.view)
  }

  const findNow = () => host.registry.find(request.view).catch(() => undefined)

  async function renew() {
    const current = await findNow()
    if (!current || shown.release() === releaseOf(current.module)) return
    await loadView(current.module, current.view.name).catch(() => undefined)
    attempts.start()
  }

  async function announce() {
    const release = shown.release()
    // A view above another one stands there for one act, which it is to finish as it began.
    if (!release || request.finish) return
    const current = await findNow()
    if (shown.release() !== release) return
    if (!current) return stage.news('release', (say) => say(texts.withdrawn))
    if (releaseOf(current.module) === release) return stage.news('release')
    stage.news(
      'release',
      (say) => say(texts.otherVersion),
      () => void renew(),
    )
  }

  attempts.start()
  return {
    draw() {
      stage.redraw()
      shown.draw()
    },
    renew,
    announce,
    remove() {
      gone.abort()
      attempts.end()
      onRemove()
    },
  }
}

/** Alone in a page of the shell it heads the page; below a title of another view, a dialog or a partner it does not. */
function headingLevelOf({ kind }: Host, { finish, isInner }: PlaceRequest): 1 | 2 | 3 {
  if (finish || (isInner && kind === 'embed')) return 3
  return kind === 'shell' && !isInner ? 1 : 2
}
