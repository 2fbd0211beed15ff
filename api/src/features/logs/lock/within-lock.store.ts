/**
 * What an embed session with locked filters sees of logged requests: no id of anybody in a path, and none
 * of the requests that opened sessions, of which the words alone say what one is locked to.
 */
import type { Knex } from 'knex'

const areas = ['/v1/customers', '/v1/transactions']

/** Understood alike by the database and here, however a path is spelt; what comes behind is an id. */
const held = '^/+v1/+(customers|transactions).+'

export const heldPath = (path: string): string => path.replace(new RegExp(held, 'i'), '/v1/$1/…')

/** The same in the words of the database. */
export const shownPath = {
  sql: String.raw`regexp_replace(path, ?, '/v1/\1/…', 'i')`,
  values: [held],
}

/** Narrows to what is seen, and finds by a path what is shown of it: no id is guessed by asking. */
export function narrowToLock<Row extends object, Rows>(
  query: Knex.QueryBuilder<Row, Rows>,
  path: string | undefined,
): void {
  query.whereRaw("path !~* '^/+v1/+embed-sessions'")
  if (path === undefined) return
  query.whereRaw(`starts_with(${shownPath.sql}, ?)`, [...shownPath.values, path])
}

/** By what the index finds candidates: of a path within an area, by the area. */
export const indexedPart = (path: string): string =>
  areas.find((area) => path.startsWith(area)) ?? path
