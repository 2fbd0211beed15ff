import type { EmbedOptions, MountRequest, ViewState } from './sdk.ts'

/** What the loader knows of the page and hands to the host script. */
export interface EmbedPage {
  readonly origin: string
  readonly policy: { createScriptURL(url: string): string }
}

/** One place of the page where a view stands or will stand, known to the loader and to the host script. */
export interface Seat {
  readonly element: HTMLElement
  /** The name of the session, where the element is none of ours that could say it. */
  readonly session?: string
  /** What is asked for; an element of ours says it by its attributes. */
  readonly request?: MountRequest
  /** What is chosen in the view: by the page before it stands there, by its reader afterwards. */
  state?: ViewState | undefined
  /** Chooses something else in the view that stands there. */
  choose?: ((state: ViewState) => void) | undefined
}

/** What the host script does for the loader. */
export interface HostScript {
  /** The custom elements of all modules that are published now. */
  elements(): Promise<readonly string[]>
  show(seat: Seat, options: EmbedOptions): void
  hide(element: HTMLElement): void
  update(options: EmbedOptions): void
  /** Takes all of a session away; with `forGood` the server ends it too. Never rejects. */
  end(options: EmbedOptions, forGood: boolean): Promise<void>
  doctor(): Promise<void>
}

export type AttachHostScript = (page: EmbedPage) => HostScript
