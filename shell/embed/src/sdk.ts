/**
 * What a partner's page may say to us and hear of us by script: the same for the script element, for the
 * package `@sonaqor/embed`, for a view that stands in the page and for one that stands in a frame of ours.
 *
 * Four things are no types of this file. The window hears `sonaqor-loaded`, without a detail, once
 * `window.Sonaqor` is there. A tag of ours takes the attributes `session`, `mode`, `app`, `environment`,
 * `params` and `state`, the last two as query strings; its element has the property `state`, which reads
 * what is chosen and chooses when it is written. `#sonaqor-doctor` at the end of the page's address opens
 * the doctor.
 */
import type { Density, DesignTokens } from './appearance/tokens.ts'

/** What stands at `window.Sonaqor` once the loader has run. */
export interface Sonaqor {
  /** Begins a session of this page, or changes the one that has this name already. */
  start(options: EmbedOptions): EmbedHandle
  /** Opens the embed doctor above the page: what hinders an embed here, and what to change. */
  doctor(): Promise<void>
}

/** What a partner's page gives to `Sonaqor.start`. */
export interface EmbedOptions {
  /**
   * Asks the partner's own server for a client secret, which it gets from `POST /v1/embed-sessions`
   * with its API key. Called at the start, for each frame of ours besides, again whenever a token of
   * either is about to run out and after a failure, and by the doctor. A secret works once: every call
   * has to bring another one, so keep none and cache no answer. What has brought none after thirty
   * seconds has failed.
   */
  readonly fetchSession: () => Promise<{ readonly clientSecret: string }>
  /** Tells two sessions on one page apart: `<sonaqor-keys session="name">`. */
  readonly name?: string
  readonly appearance?: EmbedAppearance
  /** A BCP 47 language tag; the page's own unless named. */
  readonly locale?: string
  /** Where views stand, unless their element says otherwise: `shadow` unless named. */
  readonly mode?: EmbedMode
  /** The address in the partner's portal at which a view stands in this state, for whoever copies a link. */
  readonly permalink?: (view: string, state: ViewState) => string
  /** Hears of everything that was shown as failed, of all elements of the session. */
  readonly onError?: (error: EmbedError) => void
}

/** In the page behind a shadow root, or in a sandboxed frame of our own origin. */
export type EmbedMode = 'shadow' | 'frame'

export interface EmbedAppearance {
  /** `auto` follows the reader's system. */
  readonly theme?: 'light' | 'dark' | 'auto'
  readonly density?: Density
  /** Values of the closed set of design tokens, as CSS. */
  readonly tokens?: DesignTokens
  /** What tokens are while the theme is dark, where that differs. */
  readonly dark?: DesignTokens
}

/** What the reader chose in a view: filters, tab, open row. */
export type ViewState = Readonly<Record<string, string>>

/** What `Sonaqor.start` gives back: one session of this page. */
export interface EmbedHandle {
  /** Shows a view in any element of the page, as the custom elements do by themselves. */
  mount(element: HTMLElement, request: MountRequest): MountedView
  /**
   * Changes the look or the language under the eyes of the reader; no filter, draft or scroll is lost. What
   * is not named stays, but an `appearance` takes the place of the whole one before: name all of it again.
   */
  update(change: Pick<EmbedOptions, 'appearance' | 'locale'>): void
  /**
   * Ends the session on the server too, and empties its elements: whoever sat there has signed out.
   * Resolves also where the server could not be told; the token is forgotten in any case.
   */
  logout(): Promise<void>
  /** Empties the elements and forgets all of this session, for a page that goes on without it. */
  destroy(): void
}

export interface MountRequest {
  /** A view as the registry names it, such as `keys.list`. */
  readonly view: string
  readonly mode?: EmbedMode
  /** What the view is opened for, such as the id of an app. */
  readonly params?: ViewState
  /** What is chosen in it at first: a filter, a tab, an open row. */
  readonly state?: ViewState
  /** The app and environment that the page expects; another session is refused. */
  readonly app?: string
  readonly environment?: 'sandbox' | 'production'
}

export interface MountedView {
  /** What is chosen in it now. */
  readonly state: ViewState
  /** Chooses something in it, as a reader would. */
  setState(state: ViewState): void
  remove(): void
}

/** What an element tells its page, as events that bubble: their names and their `detail`. */
export interface EmbedEvents {
  /** A view is on its way: at first, after a retry, and for another release. */
  'sonaqor-loading': { readonly view: string }
  /** The view is drawn, and can be used: after a retry and once the network is back too. */
  'sonaqor-ready': { readonly view: string; readonly release: string }
  /**
   * It could not be shown, or broke, and a retry is drawn in its place. With `offline` it may have been
   * there already: then it stays.
   */
  'sonaqor-error': EmbedError
  /** The person asked for another view, which the page may show as it likes. */
  'sonaqor-navigate': { readonly view: string; readonly params: ViewState }
  /**
   * The reader chose something in it: what leads back here. A page that keeps it in its address makes a
   * `step` of it for the way back where it says so, and goes `back` where that is how the step is undone.
   */
  'sonaqor-state': {
    readonly view: string
    readonly state: ViewState
    readonly manner?: 'step' | 'back' | undefined
  }
  /** Something happened in the app that the view listens to, such as `keys.revoked`: ids, no contents. */
  'sonaqor-event': { readonly type: string; readonly ref: Readonly<Record<string, unknown>> }
  /** The view is as high as this now, in pixels. */
  'sonaqor-resize': { readonly height: number }
  /** The session began, was renewed, or has ended. */
  'sonaqor-session': { readonly state: 'open' | 'renewed' | 'ended' }
}

export type EmbedErrorCode =
  /** Our scripts did not come, or reach nothing: the network, a content security policy, a blocker. */
  | 'loader-unreachable'
  /** No release of the module is published, or its files did not come. */
  | 'module-unavailable'
  /** The module came and broke: while it began, or while it was drawn. */
  | 'module-broken'
  /** `fetchSession` failed, or brought no client secret. */
  | 'session-unfetched'
  /** The client secret was used before, or came too late. */
  | 'session-refused'
  /** The origin of this page is not among those of the session. */
  | 'origin-refused'
  /** The session was revoked, its key was, or its hour is over and no other one came. */
  | 'session-ended'
  /** The session is for another app or environment than the element expects. */
  | 'other-app'
  /** The session does not list this view, or lacks a scope for it. */
  | 'view-not-in-session'
  /** Our frame did not come or says nothing: `frame-src` of the page, or the registered origins. */
  | 'frame-silent'
  /**
   * There is no connection at the moment, or our server is there and could not let the page in: too much
   * was asked of it (429), or it has something to mend (5xx).
   */
  | 'offline'

/** Why something is not there. The message is for the reader; the rest is for the page's developers. */
export interface EmbedError extends Error {
  readonly code: EmbedErrorCode
  /** In the reader's language, as it is drawn. */
  readonly message: string
  readonly view?: string
  /** Such as `keys@0.1.0-1a2b3c4d`, where one was tried. */
  readonly release?: string
  /** The request that was refused, for support. */
  readonly requestId?: string
  /** Tries again, as the button does that is drawn. */
  readonly retry: () => void
}
