import { useSyncExternalStore } from 'react'

const name = 'tab'
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

const asked = () => new URL(location.href).searchParams.get(name)

function ask(id: string | undefined) {
  const url = new URL(location.href)
  if (id === undefined) url.searchParams.delete(name)
  else url.searchParams.set(name, id)
  history.pushState(history.state, '', url)
  tell()
}

/**
 * Which of the tabs is open, as the address has it: a reload stays there, and the way back leads there.
 * The first one needs no word, and stands in for what this person does not have.
 */
export function useTab<Id extends string>(ids: readonly [Id, ...Id[]]) {
  const wanted = useSyncExternalStore(subscribe, asked)
  const [first] = ids
  const open = ids.find((id) => id === wanted) ?? first
  return [open, (id: Id) => ask(id === first ? undefined : id)] as const
}
