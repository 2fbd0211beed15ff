import { Problem } from '../../problems/index.ts'

/** The tags that a caller names in `If-Match`; null where any revision will do. */
export type Seen = readonly string[] | null

export function seenIn(header: string | null): Seen {
  const wanted = header?.trim() ?? ''
  return wanted === '' || wanted === '*' ? null : wanted.split(',').map((tag) => tag.trim())
}

/** Whoever names the revision that they saw changes that one and no newer. */
export function requireRevision(seen: Seen, revision: number): void {
  if (seen === null || seen.includes(`"${revision}"`)) return
  throw new Problem('precondition-failed', { detail: `It is at revision ${revision} by now.` })
}
