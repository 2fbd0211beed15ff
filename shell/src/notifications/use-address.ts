import type { Params, ViewStateStore } from '@sonaqor/module'
import { useSyncExternalStore } from 'react'

/** What was chosen on a page of the frame, as its address has it. An empty value is no choice. */
export function useAddress(store: ViewStateStore): [Params, (change: Params) => void] {
  const chosen = useSyncExternalStore(store.subscribe, store.read)
  const choose = (change: Params) => {
    const next = Object.entries({ ...store.read(), ...change }).filter(([, value]) => value !== '')
    store.write(Object.fromEntries(next))
  }
  return [chosen, choose]
}
