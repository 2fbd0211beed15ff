import type { ViewManifest } from '@sonaqor/contract/manifest'
import type { Hold, Outcome, Params } from '@sonaqor/module'
import type { FrameAhead } from '../frame/outside/ahead.ts'
import type { Host, PlaceRequest } from '../host/host.ts'
import { whenAborted } from '../host/when-aborted.ts'
import type { FoundView } from '../releases/registry.ts'
import type { Stage } from '../stage/stage.ts'
import * as texts from '../texts/en.ts'
import { mayShow } from '../view/may-show.ts'

/** How a view opens others above itself. */
export interface Opening {
  open(view: string, params?: Params): Promise<Outcome>
  /**
   * Expects that somebody opens what shows a secret of the same module: from the first touch of the
   * view on, its frame is loaded ahead. Nobody's bytes are spent on a page that is only read.
   */
  expect(found: FoundView): void
  /** Asks before the page of the shell is left that the view stands in; a partner's page is not ours to hold. */
  hold(hold: Hold | undefined): void
}

interface Around extends Pick<PlaceRequest, 'onFailed' | 'onEvent'> {
  /** The view that opens others is there no more. */
  readonly gone: AbortSignal
  /** What it is narrowed to; so is what it opens. */
  readonly app?: PlaceRequest['app']
}

/** What opens a view is a part of its own, loaded when one is first opened or about to be. */
export function openingOn(
  host: Host,
  stage: Stage,
  { gone, app, onFailed, onEvent }: Around,
): Opening {
  let ahead: FrameAhead | undefined
  let expectAgain: (() => void) | undefined
  let holding: Promise<Opening['hold']> | undefined

  async function prepare({ name }: ViewManifest) {
    const { views } = await host.session.grant()
    if (views && !views.includes(name)) return
    const { prepareFrame } = await import('./open-view.ts')
    if (!gone.aborted) ahead ??= prepareFrame(host, stage.root, name)
  }

  whenAborted(gone, () => ahead?.drop())
  return {
    async open(view, params = {}) {
      const opener = await import('./open-view.ts').catch(() => undefined)
      stage.news('opening', opener ? undefined : (say) => say(texts.notOpened))
      if (!opener) return { done: false }
      const taken = ahead
      ahead = undefined
      const outcome = await opener.openView(
        host,
        stage.root,
        { view, params, app, onFailed, onEvent, ahead: taken },
        gone,
      )
      expectAgain?.()
      return outcome
    },
    expect({ module }) {
      // A frame of ours and the shell have no page around them to hide a secret from.
      if (host.kind === 'shell' || !host.admit) return
      const { principal } = host.state()
      const secure = module.manifest.views.find(
        (view) => view.kind === 'secure' && mayShow(view, principal),
      )
      if (!secure) return
      // Where it fails, whoever opens the view is told.
      expectAgain = () => atFirstTouch(stage.root, gone, () => void prepare(secure).catch(() => {}))
      expectAgain()
    },
    hold(hold) {
      if (host.kind !== 'shell') return
      holding ??= import('./open-view.ts').then(({ holdPage }) => holdPage(host, stage.root))
      holding.then((tell) => tell(hold)).catch(() => (holding = undefined))
    },
  }
}

/** A pointer over it, a finger on it, or the focus in it. */
function atFirstTouch(root: ShadowRoot, gone: AbortSignal, act: () => void): void {
  const over = new AbortController()
  const touched = () => {
    over.abort()
    act()
  }
  for (const type of ['pointerover', 'focusin']) {
    root.addEventListener(type, touched, { signal: over.signal })
  }
  whenAborted(gone, () => over.abort())
}
