import { createEntry, keptMs, type Entry } from './entry.ts'

/** What something is known by: its area first, then what tells it from others of the area. */
export type Key = readonly unknown[]

/** All that one mounted view has read. */
export interface Store {
  readonly youngMs: number
  /** The one thing of that key, read already or not. */
  entryOf<Data>(key: Key): Entry<Data>
  getQueryData<Data>(key: Key): Data | undefined
  setQueryData(key: Key, data: unknown): void
  /** All whose keys begin so are old: what is in view is read again at once, the rest when it is. */
  invalidateQueries(those: { readonly queryKey: Key }): Promise<unknown>
  clear(): void
}

/** `youngMs`: so long what was read is good enough for whoever comes to look at it. */
export function createStore(youngMs = 10_000): Store {
  const entries = new Map<string, Entry<unknown>>()

  function entryOf(key: Key): Entry<unknown> {
    const name = nameOf(key)
    const there = entries.get(name)
    if (there) return there
    const made = createEntry<unknown>({
      // It may have been forgotten between being drawn and being looked at.
      take: () => void (entries.has(name) || entries.set(name, made)),
      forget: () => void (entries.get(name) === made && entries.delete(name)),
    })
    entries.set(name, made)
    return made
  }

  return {
    youngMs,
    entryOf: entryOf as Store['entryOf'],
    getQueryData: <Data>(key: Key) => entries.get(nameOf(key))?.state().data as Data | undefined,
    setQueryData(key, data) {
      const entry = entryOf(key)
      entry.write(data)
      entry.keep(keptMs)
    },
    invalidateQueries({ queryKey }) {
      const start = nameOf(queryKey).slice(0, -1)
      const those = [...entries].filter(
        ([name]) =>
          start === '[' || (name.startsWith(start) && ',]'.includes(name.charAt(start.length))),
      )
      return Promise.all(those.map(([, entry]) => entry.outdate()))
    },
    clear() {
      for (const entry of entries.values()) entry.end()
      entries.clear()
    },
  }
}

/** The same for the same fields in whatever order. */
const nameOf = (key: Key): string =>
  JSON.stringify(key, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)),
        )
      : value,
  )
