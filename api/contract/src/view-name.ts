/**
 * What a view is called: by its module, and by its export there. Plain text without zod, for hosts go
 * by it too.
 */
export const viewNamePattern = /^[a-z]+\.[a-z][A-Za-z-]*$/

/** `keys.list` is what the module `keys` exports as `list`. */
export function exportOf(view: string): string {
  return view.slice(view.indexOf('.') + 1)
}
