import { useEffect, useSyncExternalStore } from 'react'

/** Code that is fetched by itself: on its way, here, or not to be had just now. */
export type PartState<Exports> =
  | { readonly name: 'coming' }
  | { readonly name: 'here'; readonly part: Exports }
  | { readonly name: 'missing' }

export interface Part<Exports> {
  /** Fetches it, unless that is done or under way. What failed is tried again. Never rejects. */
  load(): Promise<PartState<Exports>>
  state(): PartState<Exports>
  subscribe(listener: () => void): () => void
  /** How it stands now, for a component that is to be drawn again when it comes. */
  use(): PartState<Exports>
  /** The same for whoever needs it: it is asked for at once, and again when the network is back. */
  useNow(isNeeded?: boolean): PartState<Exports>
}

/** A part of the shell, fetched once whoever needs it asks for it. */
export function partOf<Exports>(fetch: () => Promise<Exports>): Part<Exports> {
  let state: PartState<Exports> = { name: 'coming' }
  let asked: Promise<PartState<Exports>> | undefined
  const listeners = new Set<() => void>()

  function become(next: PartState<Exports>) {
    state = next
    for (const tell of listeners) tell()
  }

  async function ask() {
    if (state.name === 'missing') become({ name: 'coming' })
    try {
      become({ name: 'here', part: await fetch() })
    } catch {
      become({ name: 'missing' })
    }
    asked = undefined
    return state
  }

  const part: Part<Exports> = {
    load: async () => (state.name === 'here' ? state : (asked ??= ask())),
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    use: () => useSyncExternalStore(part.subscribe, part.state),
    useNow: (isNeeded = true) => usePartNow(part, isNeeded),
  }
  return part
}

/** Whichever part it is that is needed. */
export function usePartNow<Exports>(part: Part<Exports>, isNeeded = true): PartState<Exports> {
  useEffect(() => {
    if (!isNeeded) return
    const loadNow = () => void part.load()
    loadNow()
    window.addEventListener('online', loadNow)
    return () => window.removeEventListener('online', loadNow)
  }, [part, isNeeded])
  return useSyncExternalStore(part.subscribe, part.state)
}
