import { memoryViewState } from '@sonaqor/module/memory-view-state'
import { faults, isMissingFile } from '../host/failure.ts'
import type { Host, PlaceRequest } from '../host/host.ts'
import { overheard } from '../live/overheard.ts'
import { leavingBy } from '../opening/leaving.ts'
import { openingOn } from '../opening/opening.ts'
import { titleOf } from '../releases/titles.ts'
import { mannerOf } from '../stage/manner.ts'
import { createStage } from '../stage/stage.ts'
import { attemptsOn } from './attempts.ts'
import { placingWithin } from './inner-view.ts'
import { followNetwork } from './network-news.ts'
import { releaseNews } from './release-news.ts'
import { createShownView } from './shown-view.ts'
import type { Standing } from './standing.ts'
import { tellFailure } from './tell-failure.ts'
import { assertExpected, viewHostOf } from './view-host.ts'
import { wantedView } from './wanted-view.ts'

/** A view at its place in the page. */
export interface Placement {
  /** Hands the view what the host knows now. */
  draw(): void
  /** Shows the view in its current release, if it stands there in another one or not at all. */
  renew(): Promise<void>
  /** Says so, where the view stands in a release that is not the current one any more. */
  announce(): Promise<void>
  /** Puts an error in place of the view. A frame of ours says by itself what went wrong in it. */
  fail?(error: Error): void
  /** Ends the session of its own that it has, if it has one, on the server too. */
  leave?(): Promise<void>
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
  const gone = new AbortController()
  const wanted = wantedView(host.registry, request.view)
  const stage = createStage(element, {
    manner: () => mannerOf(host.state()),
    title() {
      const found = wanted.found()
      return found && titleOf(found, host.state().locale)
    },
    headingLevel: headingLevelOf(host, request),
  })
  const { open, expect, hold } = openingOn(host, stage, { ...request, gone: gone.signal })
  const own = {
    live: request.onEvent ? overheard(host.live, request.onEvent) : host.live,
    viewState: request.viewState ?? memoryViewState(),
    open,
    place: placingWithin(host, request, gone.signal),
    failed: (error: unknown) => void broke(error),
    hold: request.hold ?? hold,
    ...(host.kind === 'embed' && { leaveFor: leavingBy(host, stage, gone.signal) }),
  }
  const params = request.params ?? {}
  const shown = createShownView(() => ({
    host: viewHostOf(host, request, { ...own, view: wanted.name() }),
    params,
  }))

  const standing = { host, request, stage, wanted, shown }
  const attempts = attemptsOn(stage, {
    release: wanted.release,
    run: (...attempt) => bringIn(standing, ...attempt),
    onRetry: () => host.askAnew?.(),
    onReady() {
      wanted.shown()
      const found = wanted.found()
      const release = wanted.release()
      if (!found || !release) return
      expect(found)
      request.onReady?.(found.view.name, release)
    },
    onFailed(fault, cause) {
      wanted.failed()
      const { retry } = attempts
      const circumstances = { view: wanted.name(), release: wanted.release(), cause, retry }
      tellFailure(host, request, fault, circumstances)
    },
  })

  /** The view stood there, and broke or misses a file of its release. */
  async function broke(error: unknown) {
    if (!isMissingFile(error)) return attempts.fail(error, faults.broken)
    const release = shown.release()
    const current = await wanted.inPlaceOfMissing(error)
    if (shown.release() !== release) return
    if (current) attempts.start()
    else attempts.fail(error, faults.unavailable)
  }

  // What stands within another view or above it leaves that to the one that stands in the page.
  if (!request.isInner && !request.finish) followNetwork(standing, gone.signal)
  attempts.start()
  return {
    draw() {
      stage.redraw()
      shown.draw()
    },
    ...releaseNews(standing, attempts.start),
    fail: (error) => attempts.fail(error, faults.unavailable),
    remove() {
      gone.abort()
      attempts.end()
      onRemove()
    },
  }
}

/** One attempt to show it: finds it, asks whether it may stand there, and draws it. */
async function bringIn(
  { host, request, wanted, shown }: Standing,
  ground: HTMLElement,
  outdated: AbortSignal,
  unasked: boolean,
) {
  // Both are a way to and fro, and neither needs the other: they are made side by side.
  const granting = host.session.grant()
  granting.catch(() => undefined)
  const found = await wanted.find().finally(() => {
    if (!unasked && !outdated.aborted) request.onLoading?.(wanted.name())
  })
  assertExpected(request, found.view, await granting)
  await shown.mount(found, ground, outdated).catch(async (error: unknown) => {
    const current = await wanted.inPlaceOfMissing(error)
    if (!current) throw error
    await shown.mount(current, ground, outdated)
  })
}

/** Alone in a page of the shell it heads the page; below a title of another view, a dialog or a partner it does not. */
function headingLevelOf({ kind }: Host, { finish, isInner }: PlaceRequest): 1 | 2 | 3 {
  if (finish || (isInner && kind === 'embed')) return 3
  return kind === 'shell' && !isInner ? 1 : 2
}
