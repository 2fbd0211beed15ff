import { canonicalJson } from '../crypto/index.ts'

/** An entry of the audit log but for its place in the chain. */
export interface EntryContent {
  readonly id: string
  readonly at: string
  readonly actor: { readonly kind: string; readonly id: string; readonly name: string }
  readonly action: string
  readonly target: string | null
  readonly environment: string | null
  readonly ip: string | null
  readonly userAgent: string | null
  readonly requestId: string | null
  readonly before: unknown
  readonly after: unknown
}

/** Stand-ins that no content can hold, for a canonical text never has a NUL in it. */
const previousMark = '"\\u0000previous"'
const sequenceMark = '"\\u0000sequence"'

/**
 * The canonical JSON of an entry in three pieces: before the previous hash, between it and the
 * sequence, and behind. The database fills both in while it holds the head of the chain.
 */
export function entryPieces(content: EntryContent): [head: string, middle: string, tail: string] {
  const keys = [...Object.keys(content), 'previousHash', 'sequence'].toSorted()
  const parts = keys.map((key) => `${JSON.stringify(key)}:${partOf(content, key)}`)
  const [head = '', rest = ''] = `{${parts.join(',')}}`.split(previousMark)
  const [middle = '', tail = ''] = rest.split(sequenceMark)
  return [`${head}"`, `"${middle}`, tail]
}

function partOf(content: EntryContent, key: string): string {
  if (key === 'previousHash') return previousMark
  if (key === 'sequence') return sequenceMark
  return canonicalJson(content[key as keyof EntryContent])
}
