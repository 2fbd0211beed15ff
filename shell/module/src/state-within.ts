import type { Params, ViewStateStore } from './host.ts'

/**
 * The part of a view's state that belongs to a view within it: there each field stands behind `name.`,
 * so that two fields of one name never meet, and a link shows both views as they were.
 */
export function stateWithin(around: ViewStateStore, name: string): ViewStateStore {
  const prefix = `${name}.`
  let seen: Params | undefined
  let own: Params = {}
  return {
    read() {
      const all = around.read()
      if (all === seen) return own
      seen = all
      own = Object.fromEntries(
        Object.entries(all)
          .filter(([field]) => field.startsWith(prefix))
          .map(([field, value]) => [field.slice(prefix.length), value]),
      )
      return own
    },
    write(next, manner) {
      const others = Object.entries(around.read()).filter(([field]) => !field.startsWith(prefix))
      const written = Object.entries(next).map(([field, value]) => [prefix + field, value])
      around.write(Object.fromEntries([...others, ...written]), manner)
    },
    subscribe: (listener) => around.subscribe(listener),
  }
}
