import { createContext, useContext } from 'react'
import type { Store } from './store.ts'

const StoreContext = createContext<Store | undefined>(undefined)

export const StoreProvider = StoreContext.Provider

/** What this view has read, for whoever knows better what has become of it. */
export function useQueryClient(): Store {
  const store = useContext(StoreContext)
  if (!store) throw new Error('There is nothing to read outside of a mounted view.')
  return store
}
