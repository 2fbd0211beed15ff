/** What of a typed query may stand in an address, and what an older address says in the words of today. */

/** Links were made before there was a language. */
export const fromFields = (path: string, requestId: string) =>
  requestId ? `request:${requestId}` : path && `path:${path}*`

/** Lines of imported access logs have no key, and all begin as if they had one of this name. */
export const importedPrefix = 'sq_imported'
/** So people ask for them. */
export const importedName = 'imported'
/** A reader writes it as it stands in the list; an address is the same in every language. */
export const importedIn = (name = importedName) =>
  /[\s",*]/.test(name) ? `"${name}"` : name.toLowerCase()
const ofImported = (name: string) =>
  new RegExp(String.raw`(^|\s)key:(?:(?:sq_)?imported|${importedIn(name)})(?=\s|$)`, 'i')
export const asksForImported = (query: string, name: string) => ofImported(name).test(query)
export const withoutImported = (query: string, name: string) =>
  query.replace(ofImported(name), '').trim()
export const withImported = (query: string) => `${query} key:${importedName}`.trim()
export const spoken = (query: string, name: string | undefined) =>
  query.replace(/(^|\s)(-?key:)(?:sq_)?imported(?=[\s,]|$)/gi, `$1$2${importedIn(name)}`)

/** A value that one term of the query asks for, where a selector says it as well, and what else is asked. */
export function chosenIn<Value extends string>(
  query: string,
  field: string,
  values: readonly Value[],
) {
  const term = new RegExp(String.raw`(^|\s)${field}:(${values.join('|')})(?=\s|$)`, 'i')
  const written = term.exec(query)?.[2]?.toLowerCase()
  const value = values.find((one) => one.toLowerCase() === written)
  return { value, rest: value ? query.replace(term, '').trim() : query }
}

/** Of these alone nobody asks for one thing, and for all that there is of it. */
const ofMany = /^-?(status|method|app|ip|latency):/i
export const asksForOne = (query: string) =>
  query.split(/\s+/).some((piece) => piece && !ofMany.test(piece))
