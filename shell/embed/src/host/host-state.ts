import type { AppRef, Appearance, Environment, Principal, ProjectRef } from '@sonaqor/module'
import { areLoaded, loadTexts } from '@sonaqor/module/texts'
import { languages } from '../texts/index.ts'

/** What may change under the eyes of the reader without a view losing anything. */
export interface HostState {
  readonly principal: Principal | undefined
  /** The views that the session lists, where it lists any. */
  readonly views: readonly string[] | undefined
  readonly app: AppRef | undefined
  readonly environment: Environment
  readonly project: ProjectRef | undefined
  readonly locale: string
  readonly appearance: Appearance
  /** Whether keys do something without Ctrl or ⌘; they do unless it is said. */
  readonly singleKeys: boolean | undefined
  /** Leads whoever has no second factor to where one is set up; nowhere in a partner's page. */
  readonly setUpFactor?: (() => void) | undefined
}

export interface KeptState {
  read(): HostState
  change(part: Partial<HostState>): void
  /** Hears when the state is another, or can be put into words of the reader's language at last. */
  onChange(listener: () => void): () => void
}

/** Keeps what a host knows, and gets the host's own words for the language in it. */
export function keepState(first: HostState): KeptState {
  let state = first
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }

  /** They are few, and no view waits for them; English stands in until they are there. */
  async function speak() {
    if (areLoaded(state.locale, languages)) return
    await loadTexts(state.locale, languages)
    tell()
  }

  void speak()
  return {
    read: () => state,
    change(part) {
      state = { ...state, ...part }
      tell()
      void speak()
    },
    onChange(listener) {
      const own = () => listener()
      listeners.add(own)
      return () => listeners.delete(own)
    },
  }
}
