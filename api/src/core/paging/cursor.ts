import { createHmac, hash, timingSafeEqual, type KeyObject } from 'node:crypto'
import { canonicalJson } from '../crypto/index.ts'

export type Direction = 'next' | 'prev'

interface Place {
  readonly direction: Direction
  readonly values: readonly string[]
}

/** Of a filter and its order, so that a cursor fits no other list. */
export function filterHash(filter: unknown): Buffer {
  return hash('sha256', canonicalJson(filter), 'buffer').subarray(0, 12)
}

/** The cursor: 16 bytes of signature, then the place; base64url, opaque to everybody. */
export function sealCursor(key: KeyObject, place: Place, filter: Buffer): string {
  const text = Buffer.from(JSON.stringify([place.direction === 'next' ? 1 : 0, ...place.values]))
  return Buffer.concat([signature(key, text, filter), text]).toString('base64url')
}

/** What a cursor says, or null where it is not ours or was made for another filter. */
export function openCursor(key: KeyObject, cursor: string, filter: Buffer): Place | null {
  const bytes = Buffer.from(cursor, 'base64url')
  const [signed, text] = [bytes.subarray(0, 16), bytes.subarray(16)]
  if (signed.length !== 16 || !timingSafeEqual(signed, signature(key, text, filter))) return null
  const [forward, ...values] = JSON.parse(text.toString()) as [number, ...string[]]
  return { direction: forward === 1 ? 'next' : 'prev', values }
}

function signature(key: KeyObject, text: Buffer, filter: Buffer): Buffer {
  return createHmac('sha256', key).update(filter).update(text).digest().subarray(0, 16)
}
