import type { Appearance, Hold, Outcome, Params } from '@sonaqor/module'
import type { Tokens } from './look.ts'

/** What a page tells our frame, over a port that only the two of them hold. */
export type ToFrame =
  /** Fetches the code of a view that may be asked for soon. */
  | { readonly type: 'prepare'; readonly view: string }
  | {
      readonly type: 'start'
      readonly view: string
      readonly params: Params
      /** Lets the frame in, by itself: no token of the page opens what is shown there. */
      readonly clientSecret: string
      readonly locale: string
      readonly appearance: Appearance
      /** The look that the page gave to the element. */
      readonly tokens: Tokens
    }
  | {
      /** The page speaks another language now, or looks another way. */
      readonly type: 'changed'
      readonly locale: string
      readonly appearance: Appearance
      readonly tokens: Tokens
    }
  | { readonly type: 'admitted'; readonly clientSecret: string }
  | { readonly type: 'refused' }

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
