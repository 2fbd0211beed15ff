import { escapeLiteral } from 'pg'
import type { Literal } from './db.ts'

/**
 * A value as SQL text, for the statements that travel together in one message and can therefore
 * take no parameters. Everything else binds.
 */
export function literal(value: Literal): string {
  if (value === null) return 'null'
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('a number in a statement must be finite')
    return String(value)
  }
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return quoted(value)
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'::bytea`
  if (value instanceof Date) return `'${value.toISOString()}'::timestamptz`
  return `array[${value.map(quoted).join(',')}]::text[]`
}

function quoted(text: string): string {
  return escapeLiteral(text.replaceAll('\0', ''))
}

/** The name of a function, checked rather than quoted: only our own code names one. */
export function functionName(name: string): string {
  if (!/^[a-z_]+(\.[a-z_]+)?$/.test(name)) throw new TypeError(`not a function name: ${name}`)
  return name
}
