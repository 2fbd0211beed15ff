import { parseItem } from 'structured-headers'
import { Problem } from '../problems/index.ts'

const printable = /^[\x21-\x7e]{1,255}$/

/** The header's key: a structured string as the draft has it, or bare as most callers send it. */
export function readIdempotencyKey(header: string | null): string | null {
  if (header === null) return null
  const key = header.startsWith('"') ? unquoted(header) : header
  if (key !== null && printable.test(key)) return key
  throw new Problem('bad-request', {
    detail: 'Idempotency-Key must be 1 to 255 printable characters without spaces.',
  })
}

function unquoted(header: string): string | null {
  try {
    const [value] = parseItem(header)
    return typeof value === 'string' ? value : null
  } catch {
    return null
  }
}
