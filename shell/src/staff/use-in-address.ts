import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
const tell = () => listeners.forEach((listener) => listener())

function subscribe(listener: () => void) {
  if (listeners.size === 0) window.addEventListener('popstate', tell)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) window.removeEventListener('popstate', tell)
  }
}

/** A word of the console that stands in its address, empty where it does not; each is a step to go back. */
export function useInAddress(name: 'tab' | 'find') {
  const word = useSyncExternalStore(
    subscribe,
    () => new URL(location.href).searchParams.get(name) ?? '',
  )
  function write(next: string) {
    if (next === word) return
    const url = new URL(location.href)
    if (next) url.searchParams.set(name, next)
    else url.searchParams.delete(name)
    history.pushState(history.state, '', url)
    tell()
  }
  return [word, write] as const
}
