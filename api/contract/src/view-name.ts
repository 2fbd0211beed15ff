/**
 * What a module is called, and what a view is: by its module, and by its export there. Plain text
 * without zod, for hosts go by it too. A name becomes part of an element's, where no digit stands.
 */
const module = '[a-z][a-z-]{1,30}'

export const moduleNamePattern = new RegExp(`^${module}$`)
export const viewNamePattern = new RegExp(`^${module}\\.[a-z][A-Za-z-]*$`)

/** `keys.list` is what the module `keys` exports as `list`. */
export function exportOf(view: string): string {
  return view.slice(view.indexOf('.') + 1)
}
