/** Whether somebody is at the page. A page that only listens must not keep a session alive for ever. */
export interface Presence {
  /** At once where somebody did something lately, or else as soon as they do. */
  here(): Promise<void>
  end(): void
}

/** Much less than a session may lie idle, and much more than one reads without touching anything. */
export const awayAfterMs = 15 * 60_000

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'focus'] as const

export function watchPresence(page: Window = window): Presence {
  let seenAt = performance.now()
  let coming: PromiseWithResolvers<void> | undefined

  function see() {
    seenAt = performance.now()
    coming?.resolve()
    coming = undefined
  }

  const manner = { capture: true, passive: true }
  for (const sign of signs) page.addEventListener(sign, see, manner)
  return {
    here() {
      if (performance.now() - seenAt < awayAfterMs) return Promise.resolve()
      coming ??= Promise.withResolvers()
      return coming.promise
    },
    end() {
      for (const sign of signs) page.removeEventListener(sign, see, manner)
      see()
    },
  }
}
