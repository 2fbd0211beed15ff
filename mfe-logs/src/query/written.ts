/** What of a typed query may stand in an address, and what an older address says in the words of today. */

/** Links were made before there was a language. */
export const fromFields = (path: string, requestId: string) =>
  requestId ? `request:${requestId}` : path && `path:${path}*`

/** Lines of imported access logs have no key, and all begin as if they had one of this name. */
export const importedPrefix = 'sq_imported'
/** So people ask for them. */
export const importedName = 'imported'
const ofImported = /(^|\s)key:(?:sq_)?imported(?=\s|$)/i
export const asksForImported = (query: string) => ofImported.test(query)
export const withoutImported = (query: string) => query.replace(ofImported, '').trim()
export const withImported = (query: string) => `${query} key:${importedName}`.trim()

/** Of these alone nobody asks for one thing, and for all that there is of it. */
const ofMany = /^-?(status|method|app|ip|latency):/i
export const asksForOne = (query: string) =>
  query.split(/\s+/).some((piece) => piece && !ofMany.test(piece))
