import { useEffect, useSyncExternalStore } from 'react'

type Part = typeof import('./signed-in.ts')

type PartState =
  | { readonly name: 'coming' }
  | { readonly name: 'here'; readonly part: Part }
  | { readonly name: 'missing' }

let state: PartState = { name: 'coming' }
let asked: Promise<void> | undefined
const listeners = new Set<() => void>()

function become(next: PartState) {
  state = next
  for (const tell of listeners) tell()
}

async function ask() {
  if (state.name === 'missing') become({ name: 'coming' })
  try {
    become({
      name: 'here',
      part: await import(/* webpackChunkName: "signed-in" */ './signed-in.ts'),
    })
  } catch {
    become({ name: 'missing' })
  }
}

/** Loads the part, unless that is done or under way. What failed is tried again. Never rejects. */
export function loadSignedIn(): Promise<void> {
  if (state.name === 'here') return Promise.resolve()
  asked ??= ask().finally(() => {
    asked = undefined
  })
  return asked
}

/** The part as it stands now. Whoever needs it asks for it at once, and again when the network is back. */
export function useSignedIn(isNeeded: boolean): PartState {
  const now = useSyncExternalStore(subscribe, () => state)
  useEffect(() => {
    if (!isNeeded) return
    const load = () => void loadSignedIn()
    load()
    window.addEventListener('online', load)
    return () => window.removeEventListener('online', load)
  }, [isNeeded])
  return now
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
