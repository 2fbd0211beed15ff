import type { ChoiceManner, Params, ViewStateStore } from '@sonaqor/module'

/** What is chosen in a view, kept on both sides of a frame. */
export interface Mirror {
  /** Takes over what was chosen on the other side, which is not told of it again. */
  hear(state: Params, manner?: ChoiceManner): void
  stop(): void
}

/** Tells the other side of a frame what is chosen on this one. */
export function mirror(
  store: ViewStateStore,
  tell: (state: Params, manner?: ChoiceManner) => void,
): Mirror {
  let known = JSON.stringify(store.read())
  const stop = store.subscribe((manner) => {
    const now = JSON.stringify(store.read())
    if (now === known) return
    known = now
    tell(store.read(), manner)
  })
  return {
    hear(state, manner) {
      known = JSON.stringify(state)
      store.write(state, manner)
    },
    stop,
  }
}
