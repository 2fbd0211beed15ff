import { memoryViewState } from '@sonaqor/module/memory-view-state'
import { attemptsOn } from './attempts.ts'
import { embedErrorOf, faults, isMissingFile } from '../host/failure.ts'
import type { Host, PlaceRequest } from '../host/host.ts'
import { inTime, stepMs } from '../host/in-time.ts'
import { placingWithin } from './inner-view.ts'
import { leavingBy } from '../opening/leaving.ts'
import { loadView } from '../releases/load-view.ts'
import { mannerOf } from '../stage/manner.ts'
import { followNetwork } from './network-news.ts'
import { openingOn } from '../opening/opening.ts'
import { overheard } from '../live/overheard.ts'
import type { FoundView } from '../releases/registry.ts'
import { createShownView, releaseOf } from './shown-view.ts'
import { createStage } from '../stage/stage.ts'
import * as texts from '../texts/en.ts'
import { titleOf } from '../releases/titles.ts'
import { assertExpected, viewHostOf } from './view-host.ts'

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
  const manner = () => mannerOf(host.state())
  const gone = new AbortController()
  let found: FoundView | undefined
  let failedBefore = false

  const stage = createStage(element, {
    manner,
    title: () => found && titleOf(found, host.state().locale),
    headingLevel: headingLevelOf(host, request),
  })
  const { open, expect, hold } = openingOn(host, stage, { ...request, gone: gone.signal })
  const own = {
    live: request.onEvent ? overheard(host.live, request.onEvent) : host.live,
    viewState: request.viewState ?? memoryViewState(),
    open,
    place: placingWithin(host, request, gone.signal),
    failed: broke,
    hold: request.hold ?? hold,
    ...(host.kind === 'embed' && { leaveFor: leavingBy(host, stage, gone.signal) }),
  }
  const params = request.params ?? {}
  const shown = createShownView(() => ({
    host: viewHostOf(host, request, { ...own, view: name() }),
    params,
  }))

  const attempts = attemptsOn(stage, {
    release: () => found && releaseOf(found.module),
    async run(ground, outdated, unasked) {
      // Both are a way to and fro, and neither needs the other: they are made side by side.
      const granting = host.session.grant()
      granting.catch(() => undefined)
      try {
        found = await inTime(find(), stepMs)
      } finally {
        if (!unasked && !outdated.aborted) request.onLoading?.(name())
      }
      assertExpected(request, found.view, await granting)
      await shown.mount(found, ground, outdated).catch(async (error: unknown) => {
        const current = await releaseInPlaceOf(found, error)
        if (!current) throw error
        found = current
        await shown.mount(current, ground, outdated)
      })
    },
    onRetry: () => host.askAnew?.(),
    onReady() {
      failedBefore = false
      if (!found) return
      expect(found)
      request.onReady?.(name(), releaseOf(found.module))
    },
    onFailed(fault, cause) {
      failedBefore = true
      const release = found && releaseOf(found.module)
      const circumstances = { view: name(), release, cause, retry: attempts.retry }
      request.onFailed?.(embedErrorOf(fault, manner().say(fault.reason), circumstances))
    },
  })

  /** As its module names it, once that is known. */
  function name() {
    return found?.view.name ?? request.view
  }

  /** Files of a release that is not current any more may be gone: then the current one is shown. */
  async function releaseInPlaceOf(tried: FoundView | undefined, error: unknown) {
    if (!tried || !isMissingFile(error)) return undefined
    await host.registry.refresh().catch(() => undefined)
    const current = await findNow()
    return current && releaseOf(current.module) !== releaseOf(tried.module) ? current : undefined
  }

  function broke(error: unknown) {
    if (isMissingFile(error)) void missed(error)
    else attempts.fail(error, faults.broken)
  }

  async function missed(error: unknown) {
    const release = shown.release()
    const current = await releaseInPlaceOf(found, error)
    if (shown.release() !== release) return
    if (current) attempts.start()
    else attempts.fail(error, faults.unavailable)
  }

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

  /** It stays, and what it is told of is nothing that a retry could change. */
  function went(): boolean {
    const release = shown.release()
    if (!release) return false
    stage.news('network', (say) => say(texts.away))
    const circumstances = { view: name(), release, cause: undefined, retry: () => undefined }
    request.onFailed?.(embedErrorOf(faults.offline, manner().say(texts.away), circumstances))
    return true
  }

  function back() {
    const release = shown.release()
    stage.news('network')
    if (release) request.onReady?.(name(), release)
  }

  // What stands within another view or above it leaves that to the one that stands in the page.
  if (!request.isInner && !request.finish) followNetwork(gone.signal, { went, back })
  attempts.start()
  return {
    draw() {
      stage.redraw()
      shown.draw()
    },
    renew,
    announce,
    fail: (error) => attempts.fail(error, faults.unavailable),
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
