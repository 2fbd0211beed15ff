import type { Params, ViewStateStore } from '@sonaqor/module'

/** View state of a page that has no address to spare: it lasts as long as the element. */
export function memoryViewState(start: Params = {}): ViewStateStore {
  let state = start
  const listeners = new Set<() => void>()
  return {
    read: () => state,
    write(next) {
      state = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
