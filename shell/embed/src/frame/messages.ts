import type { ChoiceManner, Appearance, Hold, Outcome, Params } from '@sonaqor/module'
import type { DesignTokens } from '../appearance/tokens.ts'
import type { FaultName } from '../host/failure.ts'
import type { PlaceRequest } from '../host/host.ts'
import type { EmbedError, EmbedEvents, ViewState } from '../sdk.ts'

/** How what stands in the frame reads and looks, as the page around it has it. */
export interface Looks {
  readonly locale: string
  readonly appearance: Appearance
  /** The look that the page gave to the element. */
  readonly tokens: DesignTokens
}

interface Beginning extends Looks {
  readonly view: string
  readonly params: Params
  /** Lets the frame in, by itself: no token of the page opens what is shown there. */
  readonly clientSecret: string
}

/** What a page tells our frame, over a port that only the two of them hold. */
export type ToFrame =
  /** Fetches the code of a view that may be asked for soon. */
  | { readonly type: 'prepare'; readonly view: string }
  /** Shows a view that was opened above another one, for one act. */
  | ({ readonly type: 'start' } & Beginning)
  /** Shows a view that stands in the page. */
  | ({
      readonly type: 'place'
      readonly state: ViewState
      readonly expects: PlaceRequest['expects']
      /** Whether the page has addresses at which the view stands in a state. */
      readonly hasLinks: boolean
    } & Beginning)
  /** The page speaks another language now, or looks another way. */
  | ({ readonly type: 'changed' } & Looks)
  | { readonly type: 'admitted'; readonly clientSecret: string }
  /** The page has no further session, and says why. */
  | { readonly type: 'refused'; readonly why: FaultName }
  /** The page chooses something in the view. */
  | { readonly type: 'choose'; readonly state: ViewState }
  /** How much of the frame is out of sight at its top and its foot, in pixels. */
  | { readonly type: 'seen'; readonly above: number; readonly below: number }
  /** The view that the frame had asked for was closed. */
  | { readonly type: 'opened'; readonly id: number; readonly outcome: Outcome }
  | { readonly type: 'linked'; readonly id: number; readonly link: string }
  /** Tries again what was shown as failed. */
  | { readonly type: 'retry' }
  /** Ends the session of the frame on the server. */
  | { readonly type: 'leave' }

/** What went wrong in the frame, for the page's developers too. */
export type FrameFailure = Pick<EmbedError, 'code' | 'message' | 'view' | 'release' | 'requestId'>

/** What our frame tells the page. Nothing that the view shows is among it. */
export type FromFrame =
  /** The script in it is ours, and listens. */
  | { readonly type: 'here' }
  | { readonly type: 'started' }
  /** The view stands there, with what it had to read first. */
  | { readonly type: 'shown' }
  | { readonly type: 'sized'; readonly height: number }
  | { readonly type: 'renew' }
  /** Asks before the frame is closed, or lets go. */
  | { readonly type: 'held'; readonly hold: Hold | undefined }
  /** Somebody would close what they are asked about first. */
  | { readonly type: 'leaving' }
  | { readonly type: 'finished'; readonly outcome: Outcome }
  /** A view that stands in the page is on its way, is there, or could not be shown. */
  | ({ readonly type: 'loading' } & EmbedEvents['sonaqor-loading'])
  | ({ readonly type: 'ready' } & EmbedEvents['sonaqor-ready'])
  | { readonly type: 'failed'; readonly failure: FrameFailure }
  /** The reader chose something in it. */
  | {
      readonly type: 'chosen'
      readonly state: ViewState
      readonly manner?: ChoiceManner | undefined
    }
  | { readonly type: 'navigate'; readonly view: string; readonly params: Params }
  | { readonly type: 'happened'; readonly event: EmbedEvents['sonaqor-event'] }
  /** The frame's own session was renewed, or has ended. */
  | ({ readonly type: 'session' } & EmbedEvents['sonaqor-session'])
  /** Asks for what shows secrets to be opened above the page. */
  | { readonly type: 'open'; readonly id: number; readonly view: string; readonly params: Params }
  /** Asks under which address of the page this is found again. */
  | { readonly type: 'link'; readonly id: number; readonly state: ViewState }
  /** The server knows that the session of the frame has ended. */
  | { readonly type: 'left' }
