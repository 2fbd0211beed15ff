import type { RegisteredModule } from '@sonaqor/contract/releases'
import type { Hold, ModuleHost, Outcome, Params } from '@sonaqor/module'
import { memoryViewState } from '@sonaqor/module/memory-view-state'
import type { Parcel } from 'single-spa'
import { mountRootParcel } from './single-spa.ts'
import { attemptsOn, whenAborted } from './attempts.ts'
import { faults, HostFailure } from './failure.ts'
import type { Host, PlaceRequest } from './host.ts'
import { lifecyclesOf, type Drawing } from './lifecycles.ts'
import { loadView } from './load-view.ts'
import { mannerOf } from './manner.ts'
import type { Grant } from './session.ts'
import { createStage } from './stage.ts'
import * as texts from './texts/en.ts'
import { titleOf } from './titles.ts'
import type { FoundView } from './registry.ts'

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
 * in the stage's retry, so that no failure of a module is ever a failure of the page. For the same
 * reason each attempt is a parcel of its own: single-spa keeps a broken one broken.
 */
export function place(
  host: Host,
  element: HTMLElement,
  request: PlaceRequest,
  onRemove: () => void,
): Placement {
  const manner = () => mannerOf(host.state())
  let found: FoundView | undefined
  const stage = createStage(element, {
    manner,
    title: () => found && titleOf(found, host.state().locale),
    headingLevel: headingLevelOf(host, request),
  })
  const gone = new AbortController()
  const viewState = request.viewState ?? memoryViewState()
  const params = request.params ?? {}
  let shown: { readonly release: string; readonly parcel: Parcel<Drawing> } | undefined
  let failedBefore = false
  let held: Hold | undefined
  let toldOfHold: Hold | undefined
  let drawn: Promise<unknown> = Promise.resolve()

  const attempts = attemptsOn(stage, {
    async run(ground, outdated) {
      found = await find()
      const { module, view } = found
      assertExpected(request, view.name, await host.session.grant())
      const loaded = await loadView(module, view.name)
      if (outdated.aborted) return
      const known = host.state()
      const parcel = mountRootParcel(lifecyclesOf(loaded, view.name), {
        ...drawing(),
        domElement: ground,
      })
      await parcel.mountPromise
      if (!outdated.aborted) shown = { release: releaseOf(module), parcel }
      if (host.state() !== known) drawView()
      whenAborted(outdated, () => {
        if (shown?.parcel === parcel) shown = undefined
        void parcel.unmount()
      })
    },
    onReady() {
      failedBefore = false
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

  function drawing(): Drawing {
    const { principal, ...state } = host.state()
    if (!principal) throw new HostFailure(faults.unsigned)
    const moduleHost: ModuleHost = {
      ...state,
      principal,
      kind: host.kind,
      request: host.request,
      origin: host.origin,
      live: host.live,
      viewState,
      navigate: (view, to) => request.navigate?.(view, to),
      open,
      finish: (outcome) => request.finish?.(outcome),
      hold,
      failed: (error) => attempts.fail(error, faults.broken),
    }
    return { host: moduleHost, params }
  }

  /** What opens a view is loaded when one is first opened. */
  async function open(view: string, to: Params = {}): Promise<Outcome> {
    const opener = await import('./open-view.ts').catch(() => undefined)
    stage.news('opening', opener ? undefined : (say) => say(texts.notOpened))
    return opener ? opener.openView(host, stage.root, view, to, gone.signal) : { done: false }
  }

  /**
   * A view that asks in another language lets go of the one question and holds the other at once, and
   * whoever is being asked just then must stay so: what stands in the end is told.
   */
  function hold(next: Hold | undefined) {
    held = next
    queueMicrotask(() => {
      if (held === toldOfHold) return
      toldOfHold = held
      request.hold?.(held)
    })
  }

  async function renew() {
    const current = await host.registry.find(request.view).catch(() => undefined)
    if (!current || shown?.release === releaseOf(current.module)) return
    await loadView(current.module, current.view.name).catch(() => undefined)
    attempts.start()
  }

  /** single-spa refuses an update while another one is under way, so each waits for the one before. */
  function drawView() {
    drawn = drawn.then(() => shown?.parcel.update?.(drawing())).catch(() => undefined)
  }

  attempts.start()
  return {
    draw() {
      stage.redraw()
      drawView()
    },
    renew,
    async announce() {
      // A view above another one stands there for one act, which it is to finish as it began.
      if (!shown || request.finish) return
      const { release } = shown
      const current = await host.registry.find(request.view).catch(() => undefined)
      if (shown?.release !== release) return
      if (!current) stage.news('release', (say) => say(texts.withdrawn))
      else if (releaseOf(current.module) === release) stage.news('release')
      else
        stage.news(
          'release',
          (say) => say(texts.otherVersion),
          () => void renew(),
        )
    },
    remove() {
      gone.abort()
      attempts.end()
      onRemove()
    },
  }
}

/** Alone in a page of the shell it heads the page; below a dialog's title, or a partner's, it does not. */
function headingLevelOf({ kind }: Host, { finish }: PlaceRequest): 1 | 2 | 3 {
  if (finish) return 3
  return kind === 'shell' ? 1 : 2
}

function releaseOf({ manifest }: RegisteredModule): string {
  return `${manifest.name}@${manifest.version}`
}

/** A page that was wired to the wrong session must not show one app's data under another's name. */
function assertExpected({ expects }: PlaceRequest, view: string, grant: Grant) {
  const { app = grant.app?.id, environment = grant.environment } = expects ?? {}
  if (app !== grant.app?.id || environment !== grant.environment) {
    throw new HostFailure(faults.otherApp)
  }
  if (grant.views && !grant.views.includes(view)) throw new HostFailure(faults.notInSession)
}
