import type { ChoiceManner, Params, ViewStateStore } from './host.ts'

/** View state where there is no address to keep it in: it lasts as long as the view's place. */
export function memoryViewState(start: Params = {}): ViewStateStore {
  let state = start
  const listeners = new Set<(manner?: ChoiceManner) => void>()
  return {
    read: () => state,
    write(next, manner) {
      state = next
      for (const listener of listeners) listener(manner)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
