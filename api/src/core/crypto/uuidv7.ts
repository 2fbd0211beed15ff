import { randomBytes } from 'node:crypto'

let lastMs = 0
let counter = 0

/**
 * A UUID of version 7 (RFC 9562): 48 bits of milliseconds, a counter of 12 bits that keeps those of
 * one millisecond in order, and 62 random bits.
 */
export function uuidv7(moment: Date = new Date()): string {
  const ms = moment.getTime()
  counter = ms === lastMs ? (counter + 1) & 0xfff : randomBytes(2).readUInt16BE() & 0x7ff
  lastMs = ms
  const bytes = randomBytes(16)
  bytes.writeUIntBE(ms, 0, 6)
  bytes.writeUInt16BE(0x7000 | counter, 6)
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
