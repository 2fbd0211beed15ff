/** A batch is of many tenants: what the database does not take of one keeps nobody else's from being written. */
import type { AttemptRow, Result, Settling } from './doors.store.ts'

type Write = (settling: Settling) => Promise<ReadonlySet<string>>

/**
 * Answers which were written. Where values are refused, the batch is halved until the one is found that they
 * are of; it is written without what it was told, and if that is refused too as failed. What was written of a
 * batch that then fails otherwise is brought once more, and stands there once.
 */
export async function writeApart(
  write: Write,
  { results, told }: Settling,
  refused: (result: Result, error: unknown) => void,
): Promise<ReadonlySet<string>> {
  try {
    return await write({ results, told })
  } catch (error) {
    if (!isOfValues(error)) throw error
    const parts = partsOf({ results, told })
    if (parts.length === 0) results.forEach((result) => refused(result, error))
    const ids = new Set<string>()
    for (const part of parts) {
      for (const id of await writeApart(write, part, refused)) ids.add(id)
    }
    return ids
  }
}

const some = (results: readonly Result[]): Settling => ({ results, told: [] })

/** What screens are told is no more than that they may look: it is left out where it is not taken. */
function partsOf({ results, told }: Settling): readonly Settling[] {
  const [first, second] = results
  if (!first) return []
  if (told.length > 0) return [some(results), { results: [], told }]
  if (second) {
    const half = Math.ceil(results.length / 2)
    return [some(results.slice(0, half)), some(results.slice(half))]
  }
  const { attempt } = first
  if (!attempt) return []
  if (attempt.detail !== unkept)
    return [some([{ ...first, payload: null, attempt: bare(attempt) }])]
  return [
    some([{ ...first, attempt: null, state: 'failed', due_at: null, settled_at: attempt.at }]),
  ]
}

const unkept = 'what came of it could not be kept'

const bare = (attempt: AttemptRow): AttemptRow => ({
  ...attempt,
  detail: unkept,
  address: null,
  url: '',
  request_headers: {},
  response_headers: null,
  response_body: null,
})

/** By the class of its SQLSTATE: a value that cannot be stored, or one that a rule forbids. */
const isOfValues = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^2[23]\w{3}$/.test(String(error.code))
