import { randomUUID } from 'node:crypto'

let lastMs = 0
let lastTime = ''
let counter = 0

/**
 * A UUID of version 7 (RFC 9562): 48 bits of milliseconds, a counter of 12 bits that keeps those of
 * one millisecond in order, and 62 random bits. They are lent by a random UUID, whose variant stands
 * in the same place and which Node draws from a pool, far cheaper than bytes of our own.
 */
export function uuidv7(moment: Date = new Date()): string {
  const ms = moment.getTime()
  const random = randomUUID()
  if (ms === lastMs) {
    counter = (counter + 1) & 0xfff
  } else {
    const time = ms.toString(16).padStart(12, '0')
    counter = Number.parseInt(random.slice(0, 3), 16) & 0x7ff
    lastMs = ms
    lastTime = `${time.slice(0, 8)}-${time.slice(8)}-7`
  }
  return lastTime + counter.toString(16).padStart(3, '0') + random.slice(18)
}
