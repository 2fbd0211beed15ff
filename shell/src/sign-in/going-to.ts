/**
 * Where somebody was going when they left for their company's provider, who knows nothing of it: kept for
 * this tab, in which they come back.
 */
import { keep, readKept } from '../frame/kept/kept.ts'

const name = 'sonaqor-going-to'

/** Where they go on, once they are in. */
export const whereTo = (): string => ownPath(readKept('tab', name))

/** From here on they are going there, and nowhere that was kept before. */
export const setOutFor = (path: string | undefined): void => keep('tab', name, ownPath(path))

/** Where somebody is now, if a sign-in there would not lead to the same as one at the front door. */
export function placeOf({
  pathname,
  search,
  hash,
}: Pick<Location, 'pathname' | 'search' | 'hash'>) {
  const path = pathname + search + hash
  return path === '/' ? undefined : path
}

/** What stands in an address may be anything: it leads within our own pages, or to the first of them. */
export function ownPath(path: unknown): string {
  const url = typeof path === 'string' ? URL.parse(path, location.origin) : null
  // A path of two slashes would be the name of another house.
  const isOwn = url?.origin === location.origin && !url.pathname.startsWith('//')
  return isOwn ? url.pathname + url.search + url.hash : '/'
}
