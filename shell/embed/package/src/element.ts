import type { EmbedEvents, EmbedMode, ViewState } from './sdk.ts'

/** The events of our elements, as a listener gets them. */
export type SonaqorEventMap = { [E in keyof EmbedEvents]: CustomEvent<EmbedEvents[E]> }

/** One of our elements, such as `<sonaqor-keys>`. */
export interface SonaqorElement extends HTMLElement {
  /** What is chosen in it now; writing chooses. */
  state: ViewState
}

declare global {
  // Our events bubble, so that they are heard at every element, at the document and at the window.
  interface HTMLElementEventMap extends SonaqorEventMap {}
  interface DocumentEventMap extends SonaqorEventMap {}
  interface WindowEventMap extends SonaqorEventMap {
    'sonaqor-loaded': Event
  }
}

/** What stands in the tag of an element. */
export interface SonaqorAttributes {
  /** The name of the session, where the page has more than one. */
  readonly session?: string
  readonly mode?: EmbedMode
  /** What is chosen at first, such as `state=active&search=cart`. */
  readonly state?: string
  /** What the view is opened for, likewise. */
  readonly params?: string
  /** The app and environment that the page expects; another session is refused. */
  readonly app?: string
  readonly environment?: 'sandbox' | 'production'
}
