import type { ViewStateStore } from '@sonaqor/module'
import type { PlaceRequest } from '../../host/host.ts'
import { whenAborted } from '../../host/when-aborted.ts'
import type { Opening } from '../../opening/opening.ts'
import type { ViewState } from '../../sdk.ts'
import type { FromFrame, ToFrame } from '../messages.ts'
import { mirror } from '../mirror.ts'
import { heightOf } from './height.ts'
import { letInAgain, type Admit } from './let-in.ts'
import { listen, tell, type OpenFrame } from './open-frame.ts'
import { watchSeenPart } from './seen-part.ts'

/** What stands around a frame in which a view is placed. */
export interface Around {
  readonly element: HTMLElement
  readonly request: PlaceRequest
  readonly viewState: ViewStateStore
  readonly admit: Admit
  readonly open: Opening['open']
}

type Hearing = {
  readonly [Type in FromFrame['type']]?: (message: Extract<FromFrame, { type: Type }>) => void
}

/**
 * Goes on talking with a frame until its attempt is outdated. `here` is when its script listens,
 * `settled` when it shows the view or says why not, and `left` when its session has ended.
 */
export function converse(frame: OpenFrame, around: Around, outdated: AbortSignal) {
  const { element, request, viewState, admit, open } = around
  const here = Promise.withResolvers<void>()
  const settled = Promise.withResolvers<void>()
  const left = Promise.withResolvers<void>()
  let isSettled = false
  const say = (message: ToFrame) => tell(frame, message)
  const retry = () => say({ type: 'retry' })
  const settle = () => {
    isSettled = true
    settled.resolve()
  }

  const chosen = mirror(viewState, (state) => say({ type: 'choose', state }))
  const height = heightOf(frame.element, element)
  let unwatch: (() => void) | undefined
  whenAborted(outdated, () => {
    chosen.stop()
    height.stop()
    unwatch?.()
  })

  /** It is the page's own function that says it, which may fail; whoever asked is answered then, too. */
  async function linkTo(state: ViewState): Promise<string> {
    try {
      return (await request.permalink?.(request.view, state)) ?? ''
    } catch (error) {
      reportError(error)
      return ''
    }
  }

  const hear: Hearing = {
    here: () => here.resolve(),
    // What is said of it before the view has its frame is heard by nobody, and not said again.
    started: () => {
      unwatch?.()
      unwatch = watchSeenPart(frame.element, (unseen) => say({ type: 'seen', ...unseen }))
    },
    renew: () => letInAgain(admit, frame),
    sized: (message) => height.follow(message.height),
    chosen: ({ state, manner }) => chosen.hear(state, manner),
    navigate: ({ view, params }) => request.navigate?.(view, params),
    // The page heard of the first one when it asked for the frame.
    loading: ({ view }) => isSettled && request.onLoading?.(view),
    ready({ view, release }) {
      settle()
      request.onReady?.(view, release)
    },
    failed({ failure: { message, ...failure } }) {
      settle()
      request.onFailed?.(Object.assign(new Error(message), { ...failure, retry }))
    },
    happened: ({ event }) => request.onEvent?.(event),
    // That a session is open was said of the page's own already.
    session: ({ state }) => state !== 'open' && request.onSession?.({ state }),
    async open({ id, view, params }) {
      const outcome = await open(view, params).catch((error: unknown) => {
        reportError(error)
        return { done: false }
      })
      say({ type: 'opened', id, outcome })
    },
    async link({ id, state }) {
      say({ type: 'linked', id, link: await linkTo(state) })
    },
    left: () => left.resolve(),
  }
  listen(frame, (message) => {
    const act = hear[message.type] as ((heard: FromFrame) => void) | undefined
    if (!outdated.aborted) act?.(message)
  })
  return { here: here.promise, settled: settled.promise, left: left.promise }
}
