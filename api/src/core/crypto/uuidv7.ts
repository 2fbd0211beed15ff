import { randomUUID } from 'node:crypto'

let lastMs = 0
let counter = 0

/**
 * A UUID of version 7 (RFC 9562): 48 bits of milliseconds, a counter of 12 bits that keeps those of
 * one millisecond in order, and 62 random bits. They are lent by a random UUID, whose variant stands
 * in the same place and which Node draws from a pool, far cheaper than bytes of our own.
 */
export function uuidv7(moment: Date = new Date()): string {
  const ms = moment.getTime()
  const random = randomUUID()
  counter = ms === lastMs ? (counter + 1) & 0xfff : Number.parseInt(random.slice(0, 3), 16) & 0x7ff
  lastMs = ms
  const time = ms.toString(16).padStart(12, '0')
  const count = counter.toString(16).padStart(3, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${random.slice(19)}`
}
