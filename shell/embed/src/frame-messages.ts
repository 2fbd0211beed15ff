import type { Appearance, Outcome, Params } from '@sonaqor/module'
import type { Grant } from './session.ts'

/** What a page tells our frame, over a port that only the two of them hold. */
export type ToFrame =
  | {
      readonly type: 'start'
      readonly view: string
      readonly params: Params
      readonly grant: Grant
      readonly locale: string
      readonly appearance: Appearance
      /** The look that the page gave to the element, by custom property. */
      readonly look: Readonly<Record<string, string>>
    }
  | { readonly type: 'granted'; readonly grant: Grant }
  | { readonly type: 'refused' }

/** What our frame tells the page. Nothing that the view shows is among it. */
export type FromFrame =
  | { readonly type: 'started' }
  | { readonly type: 'sized'; readonly height: number }
  | { readonly type: 'renew'; readonly token: string }
  | { readonly type: 'finished'; readonly outcome: Outcome }

/** The custom properties by which a page dresses what is ours; they end at the border of a frame. */
export const lookProperties = [
  '--sonaqor-accent',
  '--sonaqor-on-accent',
  '--sonaqor-background',
  '--sonaqor-font',
  '--sonaqor-radius',
] as const
