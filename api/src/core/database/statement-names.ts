/**
 * Names for statements that come again and again. PostgreSQL parses and plans a named statement once
 * on each connection instead of at each call, and planning under row-level security costs more than
 * the query itself.
 */

/** Calls before a text gets a name: most of those that never come again are left alone. */
const callsBefore = 4
/** What a connection may keep. Lists of values of every length would otherwise fill it without end. */
const namedMax = 400
const countedMax = 2000

/**
 * A star means other columns after a migration, and then a kept plan fails. The rows of a page are
 * the columns of the query inside of it.
 */
const starred = /(?<!\(|"listed"\.)\*/

export type NameOf = (text: string) => string | undefined

export function createStatementNames(): NameOf {
  const names = new Map<string, string>()
  const counts = new Map<string, number>()
  return (text) => {
    const known = names.get(text)
    if (known !== undefined || names.size >= namedMax) return known
    const calls = (counts.get(text) ?? 0) + 1
    if (calls <= callsBefore || starred.test(text)) {
      if (counts.size >= countedMax) counts.clear()
      counts.set(text, calls)
      return undefined
    }
    counts.delete(text)
    const name = `s${names.size}`
    names.set(text, name)
    return name
  }
}
