/**
 * A SHA-256 that can be written down half-way, which Node's own cannot: a file of any size is read once
 * more in many steps, each by whichever worker, and the next one goes on with what the last one knew.
 */
import { createSHA256, type IHasher } from 'hash-wasm'
import { z } from 'zod'

/** What is known half-way. The state is the library's, and understood by builds of it that fit. */
export const WrittenHash = z.object({ bytes: z.number(), state: z.base64() })
export type WrittenHash = z.output<typeof WrittenHash>

export class RunningHash {
  readonly #hasher: IHasher
  #bytes: number

  private constructor(hasher: IHasher, bytes: number) {
    this.#hasher = hasher
    this.#bytes = bytes
  }

  static async begin(): Promise<RunningHash> {
    return new RunningHash((await createSHA256()).init(), 0)
  }

  /** Goes on with what another one wrote down; null where a build of the library did that does not fit. */
  static async from({ bytes, state }: WrittenHash): Promise<RunningHash | null> {
    const hasher = await createSHA256()
    try {
      return new RunningHash(hasher.load(Buffer.from(state, 'base64')), bytes)
    } catch {
      return null
    }
  }

  get bytes(): number {
    return this.#bytes
  }

  write(): WrittenHash {
    return { bytes: this.#bytes, state: Buffer.from(this.#hasher.save()).toString('base64') }
  }

  update(bytes: Buffer): this {
    this.#bytes += bytes.length
    this.#hasher.update(bytes)
    return this
  }

  /** Of all bytes so far, in hex; it can go on behind that. */
  digest(): string {
    const state = this.#hasher.save()
    const digest = this.#hasher.digest()
    this.#hasher.load(state)
    return digest
  }
}
