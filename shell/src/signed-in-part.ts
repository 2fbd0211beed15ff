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

/** The part as it stands now; whoever needs it and finds it missing gets it with the network. */
export function useSignedIn(): PartState {
  const now = useSyncExternalStore(subscribe, () => state)
  const isMissing = now.name === 'missing'
  useEffect(() => {
    void loadSignedIn()
  }, [])
  useEffect(() => {
    if (!isMissing) return
    const retry = () => void loadSignedIn()
    window.addEventListener('online', retry)
    return () => window.removeEventListener('online', retry)
  }, [isMissing])
  return now
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
