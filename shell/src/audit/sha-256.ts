/**
 * SHA-256 (FIPS 180-4) of bytes that come one after another. The browser's own takes a file as a whole
 * alone, and an export may be larger than the memory that a page is given.
 */
export function sha256() {
  const state = Uint32Array.from(start)
  const block = new Uint8Array(64)
  let held = 0
  let length = 0

  function update(bytes: Uint8Array): void {
    length += bytes.length
    for (let at = 0; at < bytes.length;) {
      const taken = Math.min(64 - held, bytes.length - at)
      block.set(bytes.subarray(at, at + taken), held)
      held += taken
      at += taken
      if (held < 64) return
      mix(state, block)
      held = 0
    }
  }

  /** The digest in hex, of all that came; nothing may come after it. */
  function digest(): string {
    const bits = BigInt(length) * 8n
    const padding = new Uint8Array((held < 56 ? 56 : 120) - held + 8)
    padding[0] = 0x80
    new DataView(padding.buffer).setBigUint64(padding.length - 8, bits)
    update(padding)
    return [...state].map((word) => word.toString(16).padStart(8, '0')).join('')
  }

  return { update, digest }
}

/** The first digits behind the point of the roots of the first primes: 64 cube roots, 8 square roots. */
const primes = firstPrimes(64)
const constants = Uint32Array.from(primes, (prime) => behindPoint(Math.cbrt(prime)))
const start = Uint32Array.from(primes.slice(0, 8), (prime) => behindPoint(Math.sqrt(prime)))

function behindPoint(root: number): number {
  return Math.floor((root % 1) * 2 ** 32)
}

function firstPrimes(count: number): number[] {
  const found: number[] = []
  for (let number = 2; found.length < count; number += 1) {
    if (found.every((prime) => number % prime !== 0)) found.push(number)
  }
  return found
}

const words = new Uint32Array(64)
const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by))
const at = (list: Uint32Array, place: number) => list[place] ?? 0

function mix(state: Uint32Array, block: Uint8Array): void {
  const view = new DataView(block.buffer)
  for (let place = 0; place < 16; place += 1) words[place] = view.getUint32(place * 4)
  for (let place = 16; place < 64; place += 1) {
    const one = at(words, place - 15)
    const other = at(words, place - 2)
    const low = turned(one, 7) ^ turned(one, 18) ^ (one >>> 3)
    const high = turned(other, 17) ^ turned(other, 19) ^ (other >>> 10)
    words[place] = at(words, place - 16) + low + at(words, place - 7) + high
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let place = 0; place < 64; place += 1) {
    const high = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
    const choice = (e & f) ^ (~e & g)
    const first = (h + high + choice + at(constants, place) + at(words, place)) | 0
    const low = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
    const second = (low + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  for (const [place, word] of [a, b, c, d, e, f, g, h].entries()) {
    state[place] = at(state, place) + word
  }
}
