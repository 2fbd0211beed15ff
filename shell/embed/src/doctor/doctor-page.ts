import type { Registry } from '../releases/registry.ts'
import type { EmbedOptions } from '../sdk.ts'

/** What the host script knows of the page, as far as the doctor asks for it. Read anew at each check. */
export interface DoctorPage {
  /** Where Sonaqor is: scheme, host and port. */
  readonly origin: string
  readonly registry: Pick<Registry, 'refresh'>
  /** Every session that the page has started, with the elements that belong to it. */
  readonly sessions: () => readonly DoctorSession[]
  /** What stands in an element of a session; nothing where the host script has not come to it. */
  readonly shown: (element: HTMLElement) => Shown | undefined
}

export interface DoctorSession {
  readonly options: EmbedOptions
  readonly elements: readonly HTMLElement[]
}

export interface Shown {
  /** As the registry names it, or the name of its custom element. */
  readonly view?: string | undefined
  /** Such as `keys@0.1.0-1a2b3c4d`, once it is drawn. */
  readonly release?: string | undefined
  /** Why it is not, in words or as a code. */
  readonly error?: string | undefined
}
