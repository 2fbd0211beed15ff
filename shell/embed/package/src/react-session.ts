import { found } from './arrival.ts'
import { loadSonaqor } from './loader.ts'
import type { EmbedError, EmbedHandle, EmbedOptions, Sonaqor, ViewState } from './sdk.ts'

/** Where Sonaqor is, or a promise of it that the page has already: `loadSonaqor(url)`. */
type Source =
  | { readonly url: string | URL; readonly nonce?: string | undefined; readonly sonaqor?: never }
  | { readonly sonaqor: Promise<Sonaqor>; readonly url?: never; readonly nonce?: never }

export type SessionProps = EmbedOptions & Source

/** The session of a provider. */
export interface Running {
  /** What it was begun with and cannot be changed under way. */
  readonly key: string
  /** It goes on, though somebody has left just now. */
  keep(): void
  /** Ends the session, unless somebody keeps it at once. */
  leave(): void
  /** Hands a look and a language on that are others than before. */
  update(look: string): void
  logout(): Promise<void>
}

/** What lets it be tried again by itself. */
const signs = ['online', 'sonaqor-loaded']

/** Begins a session as soon as Sonaqor is in the page; where it does not come, it is tried again. */
export function run(
  key: string,
  name: string,
  latest: () => SessionProps,
  onFailure: (error: EmbedError | undefined) => void,
): Running {
  let isKept = true
  let isOver = false
  let handle: EmbedHandle | undefined
  let told: string | undefined

  function begin() {
    if (isOver || handle) return
    const { sonaqor, url, nonce } = latest()
    const brought = sonaqor ?? loadSonaqor(url ?? '', { nonce })
    brought.then(start, failed)
  }

  function start(sonaqor: Sonaqor) {
    if (isOver || handle) return
    onFailure(undefined)
    const { mode, permalink } = latest()
    // What may be another function at each drawing is looked up when it is called.
    handle = sonaqor.start({
      name,
      ...(mode && { mode }),
      ...looksOf(latest()),
      fetchSession: () => latest().fetchSession(),
      onError: (error) => latest().onError?.(error),
      ...(permalink && {
        permalink: (view: string, state: ViewState) => latest().permalink?.(view, state) ?? '',
      }),
    })
  }

  function failed(failure: EmbedError) {
    if (isOver || handle) return
    const since = found()
    // A promise that the page gave stays rejected, though the script may have come since.
    if (since) return start(since)
    // Providers may wait for one loader: its error is theirs together, and its way back tells all.
    signs.forEach((sign) => addEventListener(sign, begin, { once: true }))
    latest().onError?.(failure)
    onFailure(failure)
  }

  begin()
  return {
    key,
    keep: () => void (isKept = true),
    leave() {
      isKept = false
      queueMicrotask(() => {
        if (isKept || isOver) return
        isOver = true
        handle?.destroy()
      })
    },
    update(look) {
      if (handle && look !== told) handle.update(looksOf(latest()))
      told = look
    },
    logout: async () => handle?.logout(),
  }
}

/** What is not said is left out, so that it takes nothing away. */
const looksOf = ({ appearance, locale }: SessionProps) => ({
  ...(appearance && { appearance }),
  ...(locale && { locale }),
})
