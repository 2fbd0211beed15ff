/** The one secret that a page of the docs may hold: in its memory, until it is left or replaced. */
export interface Held {
  readonly secret: string
  /** When it ends, where that is known. */
  readonly endsAt: Date | undefined
}

export interface HeldKey {
  get(): Held | undefined
  set(next: Held | undefined): void
  listen(listener: () => void): void
}

export function holdKey(): HeldKey {
  const listeners: (() => void)[] = []
  let held: Held | undefined
  return {
    get: () => held,
    set(next) {
      held = next
      for (const listener of listeners) listener()
    },
    listen: (listener) => void listeners.push(listener),
  }
}

/** As it is shown: what it begins with, and that there is more. */
export const masked = ({ secret }: Held): string => `${secret.slice(0, 12)}••••••••`

/** Only what opens nothing but a sandbox may be sent from here. */
export const isOfSandbox = (secret: string): boolean => /^sq_test_[\dA-Za-z]{36}$/.test(secret)
