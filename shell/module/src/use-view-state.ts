import { withoutSecrets } from '@sonaqor/contract/key-format'
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { Params } from './host.ts'
import { useModule } from './use-module.ts'

type State = Readonly<Record<string, string | number | boolean>>

/** `useViewState({ page: 1 })` means any number, not the number 1. */
type Widen<T> = {
  [K in keyof T]: T[K] extends string ? string : T[K] extends number ? number : boolean
}

/**
 * Keeps what the reader chose (filters, tab, open row) where the host keeps such things: the
 * address in the shell, memory in a partner's page. `defaults` name the fields, their types and
 * their values while nothing was chosen; a default never appears in the address. It must be a
 * constant outside of the component. What is chosen as a `step` is undone by the way back in the
 * shell, and so is what is opened `beside` a list: the way back closes it, and whoever closes it goes back
 * that way. What is typed takes the place of what stood there. Of the secret of a key no more is read or kept than names the key: an address is kept, handed on and asked with.
 */
export function useViewState<T extends State>(
  defaults: T,
): [Widen<T>, (change: Partial<Widen<T>>, manner?: 'step' | 'beside') => void] {
  const { viewState } = useModule()
  const stored = useSyncExternalStore(viewState.subscribe, viewState.read)
  const kept = useMemo(() => safe(stored), [stored])
  const state = useMemo(() => decode(defaults, kept), [defaults, kept])
  // A link that somebody handed on may hold a whole one, and is the next thing to be copied.
  useEffect(() => {
    if (kept !== stored && viewState.read() === stored) viewState.write(kept)
  }, [kept, stored, viewState])
  const change = useCallback(
    (part: Partial<Widen<T>>, manner?: 'step' | 'beside') => {
      const now = viewState.read()
      const before = decode(defaults, now)
      const after = { ...before, ...part }
      const isAny = (chosen: Widen<T>) =>
        Object.keys(part).some((name) => chosen[name] !== defaults[name])
      const besides = isAny(after) ? (isAny(before) ? undefined : 'step') : 'back'
      viewState.write(safe(encode(defaults, now, after)), manner === 'beside' ? besides : manner)
    },
    [defaults, viewState],
  )
  return [state, change]
}

/** The very same where it holds no secret. */
function safe(state: Params): Params {
  const cut = Object.entries(state).map(([name, text]) => [name, withoutSecrets(text)] as const)
  return cut.some(([name, text]) => text !== state[name]) ? Object.fromEntries(cut) : state
}

function decode<T extends State>(defaults: T, stored: Params): Widen<T> {
  const read = Object.entries(defaults).map(([name, fallback]) => [
    name,
    decodeValue(fallback, stored[name]),
  ])
  return Object.fromEntries(read) as Widen<T>
}

function decodeValue(fallback: State[string], text: string | undefined): State[string] {
  if (text === undefined) return fallback
  if (typeof fallback === 'boolean') return text === 'true'
  if (typeof fallback === 'number') return Number.isFinite(Number(text)) ? Number(text) : fallback
  return text
}

/** Other views' fields in the same store stay as they are. */
function encode<T extends State>(defaults: T, stored: Params, next: Widen<T>): Params {
  const kept = Object.entries(stored).filter(([name]) => !(name in defaults))
  const chosen = Object.entries<State[string]>(next)
    .filter(([name, value]) => value !== defaults[name])
    .map(([name, value]) => [name, String(value)])
  return Object.fromEntries([...kept, ...chosen])
}
