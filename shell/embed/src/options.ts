import type { Appearance } from '@sonaqor/module'
import type { Tokens } from './look.ts'

/** What a partner's page gives to `Sonaqor.start`. */
export interface EmbedOptions {
  /**
   * Asks the partner's own server for a client secret, which it gets from `POST /v1/embed-sessions`
   * with its API key. Called at the start and again whenever the token runs out.
   */
  readonly fetchSession: () => Promise<{ readonly clientSecret: string }>
  /** Tells two sessions on one page apart: `<sonaqor-keys session="name">`. */
  readonly name?: string
  readonly appearance?: Partial<Appearance> & { readonly tokens?: Tokens }
  /** A BCP 47 language tag; the page's own unless named. */
  readonly locale?: string
  /** Hears of everything that was shown as failed. The cause is for the page's developers. */
  readonly onError?: (error: Error) => void
}

/** What `Sonaqor.start` gives back. */
export interface EmbedHandle {
  /** Changes the look or the language under the eyes of the reader; nothing is lost. */
  update(change: Pick<EmbedOptions, 'appearance' | 'locale'>): void
  /** Ends the session of this page and empties its elements. */
  end(): void
}

/** What the loader knows of the page and hands to the host script. */
export interface EmbedPage {
  readonly origin: string
  readonly policy: { createScriptURL(url: string): string }
}

/** What the host script does for the loader. */
export interface HostScript {
  /** The custom elements of all modules that are published now. */
  elements(): Promise<readonly string[]>
  show(element: HTMLElement, options: EmbedOptions): void
  hide(element: HTMLElement): void
  update(options: EmbedOptions): void
  end(options: EmbedOptions): void
}

export type AttachHostScript = (page: EmbedPage) => HostScript
