import { memoryViewState } from '@sonaqor/module/memory-view-state'
import type { Place } from '../../host/host.ts'
import { inTime, stepMs } from '../../host/in-time.ts'
import { whenAborted } from '../../host/when-aborted.ts'
import { openingOn } from '../../opening/opening.ts'
import type { FoundView } from '../../releases/registry.ts'
import { titleOf } from '../../releases/titles.ts'
import { mannerOf } from '../../stage/manner.ts'
import { createStage } from '../../stage/stage.ts'
import { attemptsOn } from '../../view/attempts.ts'
import { tellFailure } from '../../view/tell-failure.ts'
import { admissionOf, framedLooksOf, silenceOf } from './let-in.ts'
import { openFrame, tell, type OpenFrame } from './open-frame.ts'
import { converse } from './talk.ts'

/**
 * Shows a whole view in a sandboxed frame of our own origin: the same request, the same events. The
 * page keeps the place, says how it looks and what is chosen, and opens above itself what shows
 * secrets; the frame has a session of its own, and draws the view and what went wrong with it.
 */
export const placeInFrame: Place = (host, element, request, onRemove) => {
  const gone = new AbortController()
  const { view, params = {}, viewState = memoryViewState(), expects } = request
  const hasLinks = request.permalink !== undefined
  let found: FoundView | undefined
  let frame: (OpenFrame & { readonly left: Promise<void> }) | undefined

  const title = () => found && titleOf(found, host.state().locale)
  const name = () => found?.view.name ?? view
  const manner = () => mannerOf(host.state())
  const stage = createStage(element, { manner, title, headingLevel: 2 })
  const { open, expect } = openingOn(host, stage, { ...request, gone: gone.signal })

  function dress({ element: shown }: OpenFrame) {
    shown.title = title() ?? ''
    // A frame whose colours are not those around it has a ground of its own.
    const { theme } = host.state().appearance
    shown.style.colorScheme = theme === 'auto' ? 'light dark' : theme
  }

  const beginAgain = () => attempts.start()

  /** Puts a frame into the page for as long as its attempt is the one that counts. */
  function stand(opened: OpenFrame, ground: HTMLElement, outdated: AbortSignal) {
    const { element: shown, port, loaded } = opened
    // A frame that is moved in the page is loaded anew by the browser, and its line is lost.
    void loaded.then(() =>
      shown.addEventListener('load', beginAgain, { once: true, signal: outdated }),
    )
    whenAborted(outdated, () => {
      port.close()
      frame = undefined
    })
    dress(opened)
    shown.className = 'placed'
    ground.append(shown)
    ground.hidden = false
  }

  const attempts = attemptsOn(stage, {
    async run(ground, outdated, unasked) {
      const granting = host.session.grant()
      granting.catch(() => undefined)
      found = await inTime(host.registry.find(view), stepMs).catch(() => undefined)
      if (outdated.aborted) return
      if (!unasked) request.onLoading?.(name())
      const admit = admissionOf(host)
      const { embedId } = await granting
      if (outdated.aborted) return
      const opened = openFrame(host.origin, embedId)
      stand(opened, ground, outdated)
      const around = { element, request, viewState, admit, open }
      const { here, settled, left } = converse(opened, around, outdated)
      frame = { ...opened, left }
      const start = { view, params, state: viewState.read(), expects, hasLinks }
      const clientSecret = await admit()
      tell(opened, { type: 'place', ...start, clientSecret, ...framedLooksOf(host, element) })
      await Promise.race([here, silenceOf(opened)])
      await settled
    },
    onRetry: () => host.askAnew?.(),
    onReady: () => found && expect(found),
    onFailed: (fault, cause) =>
      tellFailure(host, request, fault, { view: name(), cause, retry: attempts.retry }),
  })

  attempts.start()
  return {
    draw() {
      stage.redraw()
      if (!frame) return
      dress(frame)
      tell(frame, { type: 'changed', ...framedLooksOf(host, element) })
    },
    // The host in the frame asks for releases by itself, and says there what is new.
    renew: () => Promise.resolve(),
    announce: () => Promise.resolve(),
    async leave() {
      if (!frame) return
      // Nobody sees it any more, and the host around may end before it.
      onRemove()
      frame.element.style.display = 'none'
      tell(frame, { type: 'leave' })
      await frame.left
    },
    remove() {
      gone.abort()
      attempts.end()
      onRemove()
    },
  }
}
