import type { Declared } from './declared.ts'
import type { Place } from '../../../core/redaction/index.ts'
import { redactValue } from './redact-value.ts'

/** Bytes of one body that are kept. */
export const bodyMax = 16 * 1024

export interface LoggedBody {
  readonly text: string
  readonly bytes: number
  readonly cut: boolean
}

/**
 * A body as it may be stored. Only JSON can be redacted by its fields, and the API speaks nothing
 * else: of what cannot be read as JSON nothing but the size is kept. What we answer ourselves is
 * declared as it is; what is sent is held against what the endpoint declares.
 */
export function redactBody(
  body: Buffer | null,
  bytes: number,
  declared: Declared | null = null,
  place?: Place,
): LoggedBody | null {
  if (bytes === 0) return null
  const value = body ? parsed(body) : undefined
  if (value !== undefined) return { ...redactValue(value, bodyMax, declared, place), bytes }
  place?.note(body ? 'format' : 'carrier')
  return { text: '', bytes, cut: true }
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown
  } catch {
    return undefined
  }
}
