import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'

/** Honours `If-Match: "3"`: whoever names the revision that they saw changes that one and no newer. */
export function requireRevision(scope: Scope, revision: number): void {
  const wanted = scope.request.header('if-match')
  if (!wanted || wanted.trim() === '*') return
  const seen = wanted.split(',').map((tag) => tag.trim())
  if (seen.includes(`"${revision}"`)) return
  throw new Problem('precondition-failed', { detail: `It is at revision ${revision} by now.` })
}
