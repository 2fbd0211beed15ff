/** Zod's issues as pointers that a caller can follow: `#/items/0/label` or `?limit`. */
import type { z } from 'zod'
import type { FieldError } from './problem.ts'

type Issue = z.core.$ZodIssue
type Place = 'body' | 'query'

/** More than this helps nobody, and would let a small request ask for a large answer. */
const errorsMax = 100

/** The faults of one place, each with a pointer to the field that holds it. */
export function fieldErrors(issues: readonly Issue[], place: Place): FieldError[] {
  return issues.flatMap((issue) => errorsOf(issue, [], place)).slice(0, errorsMax)
}

function errorsOf(issue: Issue, above: readonly PropertyKey[], place: Place): FieldError[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      detail: 'is not a known field',
      pointer: pointerTo([...path, key], place),
    }))
  }
  if (issue.code === 'invalid_union') {
    const nearest = nearestBranch(issue.errors)
    if (nearest) return nearest.flatMap((inner) => errorsOf(inner, path, place))
  }
  return [{ detail: issue.message, pointer: pointerTo(path, place) }]
}

/** Of the shapes of a union, the one that recognises most of what was sent; the last one on a tie. */
function nearestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  return branches.reduce<readonly Issue[] | undefined>(
    (best, branch) => (best && strangers(best) < strangers(branch) ? best : branch),
    undefined,
  )
}

function strangers(issues: readonly Issue[]): number {
  return issues.reduce(
    (sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 0),
    0,
  )
}

export function pointerTo(path: readonly PropertyKey[], place: Place): string {
  const parts = path.map((part) => String(part))
  if (place === 'query') return `?${parts.join('.')}`
  return ['#', ...parts.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))].join('/')
}
