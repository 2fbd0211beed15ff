import type { Hold, Outcome, Params } from '@sonaqor/module'
import type { Host } from '../../host/host.ts'
import { whenAborted } from '../../host/when-aborted.ts'
import { mannerOf } from '../../stage/manner.ts'
import { createStage } from '../../stage/stage.ts'
import { attemptsOn } from '../../view/attempts.ts'
import type { ToFrame } from '../messages.ts'
import type { FrameAhead } from './ahead.ts'
import { admissionOf, letInAgain, framedLooksOf, silenceOf, type Admit } from './let-in.ts'
import { listen, openFrame, tell, type OpenFrame } from './open-frame.ts'

interface FramedView {
  readonly view: string
  readonly title: () => string
  readonly params: Params
  readonly finish: (outcome: Outcome) => void
  readonly hold: (hold: Hold | undefined) => void
  /** Closes what stands around the frame, or asks first. */
  readonly leave: () => void
}

/** A view that is on its way for longer is shown as the frame itself draws it meanwhile. */
const shownAfterMs = 4_000

/**
 * Shows a view in a frame of our own origin. The page's scripts can neither read it nor speak to
 * the view in it: the frame takes orders over one port alone, which is handed to our exact origin.
 * As soon as its script listens the frame has the focus, behind the shape of a form, so that what is
 * typed meanwhile is typed there and not into the page.
 */
export function showInFrame(
  host: Host,
  element: HTMLElement,
  framed: FramedView,
  ahead?: FrameAhead,
) {
  const { title } = framed
  const stage = createStage(element, {
    manner: () => mannerOf(host.state()),
    title,
    headingLevel: 3,
    shape: 'form',
  })
  const attempts = attemptsOn(stage, {
    async run(ground, outdated) {
      // A frame that is shown anew holds nothing yet.
      framed.hold(undefined)
      const admit = admissionOf(host)
      const { embedId } = await host.session.grant()
      if (outdated.aborted) return
      const frame = ahead?.take(ground) ?? openFrame(host.origin, embedId)
      const unfollow = host.onChange(() => {
        frame.element.title = title()
        tell(frame, { type: 'changed', ...framedLooksOf(host, element) })
      })
      whenAborted(outdated, () => {
        unfollow()
        frame.port.close()
      })
      frame.element.title = title()
      // What is higher scrolls by itself, so that its foot and the title above it stay in view.
      frame.element.style.maxBlockSize = 'var(--modal-room)'
      if (!frame.element.isConnected) ground.append(frame.element)
      ground.hidden = false
      if (ahead?.isHere()) focus(frame)
      const shown = converse(admit, frame, framed)
      tell(frame, startOf(host, element, framed, await admit()))
      await Promise.race([shown, silenceOf(frame)])
    },
  })
  const unfollow = host.onChange(stage.redraw)
  attempts.start()
  return {
    remove() {
      unfollow()
      attempts.end()
    },
  }
}

/** Not earlier than its script is there: a page that comes in place of another one has no focus. */
const focus = ({ element }: OpenFrame) => element.focus({ preventScroll: true })

function startOf(
  host: Host,
  element: HTMLElement,
  { view, params }: FramedView,
  clientSecret: string,
): ToFrame {
  return { type: 'start', view, params, clientSecret, ...framedLooksOf(host, element) }
}

/** Resolves once the frame shows the view; goes on answering it until the port closes. */
function converse(
  admit: Admit,
  frame: OpenFrame,
  { finish, hold, leave }: FramedView,
): Promise<void> {
  return new Promise((shown) => {
    listen(frame, (message) => {
      if (message.type === 'here') focus(frame)
      if (message.type === 'started') setTimeout(shown, shownAfterMs)
      if (message.type === 'shown') shown()
      if (message.type === 'sized') frame.element.style.blockSize = `${message.height}px`
      if (message.type === 'renew') letInAgain(admit, frame)
      if (message.type === 'held') hold(message.hold)
      if (message.type === 'leaving') leave()
      if (message.type === 'finished') finish(message.outcome)
    })
  })
}
