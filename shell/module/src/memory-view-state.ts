import type { Params, ViewStateStore } from './host.ts'

/** View state where there is no address to keep it in: it lasts as long as the view's place. */
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
