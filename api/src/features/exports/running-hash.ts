/**
 * A SHA-256 that can be written down half-way, which Node's own cannot: a file of any size is read once
 * more in many steps, each by whichever worker, and the next one goes on with what the last one knew.
 */

const blockLength = 64

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4). */
const constants = new Int32Array(rootsOfPrimes(64, 1 / 3))
const beginnings = rootsOfPrimes(8, 1 / 2)

function rootsOfPrimes(count: number, power: number): number[] {
  const roots: number[] = []
  for (let n = 2; roots.length < count; n += 1) {
    if (!isPrime(n)) continue
    const root = n ** power
    roots.push(Math.floor((root - Math.floor(root)) * 2 ** 32))
  }
  return roots
}

function isPrime(n: number): boolean {
  for (let divisor = 2; divisor * divisor <= n; divisor += 1) if (n % divisor === 0) return false
  return true
}

export class RunningHash {
  readonly #state: Int32Array
  readonly #words = new Int32Array(64)
  #bytes: number
  /** Less than a block, which waits for its rest. */
  #rest: Buffer

  private constructor(state: Int32Array, bytes: number, rest: Buffer) {
    this.#state = state
    this.#bytes = bytes
    this.#rest = rest
  }

  /** From the beginning, or from what another one wrote down. */
  static from(written: string | null): RunningHash {
    if (written === null) return new RunningHash(new Int32Array(beginnings), 0, Buffer.alloc(0))
    const bytes = Buffer.from(written, 'base64')
    const state = new Int32Array(8)
    for (let at = 0; at < 8; at += 1) state[at] = bytes.readInt32BE(at * 4)
    return new RunningHash(state, bytes.readUIntBE(32, 6), bytes.subarray(38))
  }

  get bytes(): number {
    return this.#bytes
  }

  write(): string {
    const head = Buffer.alloc(38)
    this.#state.forEach((word, at) => head.writeInt32BE(word, at * 4))
    head.writeUIntBE(this.#bytes, 32, 6)
    return Buffer.concat([head, this.#rest]).toString('base64')
  }

  update(bytes: Buffer): this {
    this.#bytes += bytes.length
    // What waits is filled up to a block of its own, so that nothing long is copied.
    const missing = this.#rest.length > 0 ? blockLength - this.#rest.length : 0
    const first = Buffer.concat([this.#rest, bytes.subarray(0, missing)])
    if (first.length === blockLength) this.#block(first, 0)
    else if (missing > 0) return this.#waiting(first)
    const end = bytes.length - ((bytes.length - missing) % blockLength)
    for (let at = missing; at < end; at += blockLength) this.#block(bytes, at)
    return this.#waiting(bytes.subarray(end))
  }

  #waiting(rest: Buffer): this {
    this.#rest = Buffer.from(rest)
    return this
  }

  /** Of all bytes so far, in hex; it can go on behind that. */
  digest(): string {
    const last = new RunningHash(this.#state.slice(), this.#bytes, this.#rest)
    const padding = Buffer.alloc(blockLength - ((this.#bytes + 8) % blockLength) + 8)
    padding[0] = 0x80
    padding.writeBigUInt64BE(BigInt(this.#bytes) * 8n, padding.length - 8)
    last.update(padding)
    return Array.from(last.#state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
  }

  #block(bytes: Uint8Array, from: number): void {
    const words = this.#words
    for (let at = 0; at < 16; at += 1) words[at] = wordIn(bytes, from + at * 4)
    for (let at = 16; at < 64; at += 1) {
      const before = words[at - 15] as number
      const last = words[at - 2] as number
      const low = turn(before, 7) ^ turn(before, 18) ^ (before >>> 3)
      const high = turn(last, 17) ^ turn(last, 19) ^ (last >>> 10)
      words[at] = ((words[at - 16] as number) + low + (words[at - 7] as number) + high) | 0
    }
    const state = this.#state
    let a = state[0] as number
    let b = state[1] as number
    let c = state[2] as number
    let d = state[3] as number
    let e = state[4] as number
    let f = state[5] as number
    let g = state[6] as number
    let h = state[7] as number
    for (let at = 0; at < 64; at += 1) {
      const choice = (e & f) ^ (~e & g)
      const high = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
      const first = (h + high + choice + (constants[at] as number) + (words[at] as number)) | 0
      const majority = (a & b) ^ (a & c) ^ (b & c)
      const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority) | 0
      h = g
      g = f
      f = e
      e = (d + first) | 0
      d = c
      c = b
      b = a
      a = (first + second) | 0
    }
    state[0] = (state[0] as number) + a
    state[1] = (state[1] as number) + b
    state[2] = (state[2] as number) + c
    state[3] = (state[3] as number) + d
    state[4] = (state[4] as number) + e
    state[5] = (state[5] as number) + f
    state[6] = (state[6] as number) + g
    state[7] = (state[7] as number) + h
  }
}

const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by))

const wordIn = (bytes: Uint8Array, at: number) =>
  ((bytes[at] as number) << 24) |
  ((bytes[at + 1] as number) << 16) |
  ((bytes[at + 2] as number) << 8) |
  (bytes[at + 3] as number)
