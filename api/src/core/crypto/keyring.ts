/** The key-encryption keys of a process: one wraps, and those that it takes the place of still unwrap. */
import { createHash } from 'node:crypto'
import { seal, unseal } from './seal.ts'

export interface Keyring {
  /** Names the key that wraps; stands beside what it has wrapped. */
  readonly kekId: string
  wrap(plain: Uint8Array, context: string): Buffer
  /** With whichever key fits; throws where none does. */
  unwrap(wrapped: Uint8Array, context: string): Buffer
}

/** Takes the keys as the configuration names them: the first wraps, all unwrap. */
export function openKeyring(keks: readonly [Buffer, ...Buffer[]]): Keyring {
  const [kek] = keks
  return {
    kekId: idOf(kek),
    wrap: (plain, context) => seal(kek, plain, context),
    unwrap(wrapped, context) {
      for (const key of keks) {
        const plain = tryKey(key, wrapped, context)
        if (plain) return plain
      }
      throw new Error(`no key-encryption key opens ${context}`)
    },
  }
}

/** Tells two keys apart, and nothing of either. */
function idOf(kek: Buffer): string {
  return createHash('sha256').update('sonaqor kek id').update(kek).digest('hex').slice(0, 16)
}

function tryKey(key: Buffer, wrapped: Uint8Array, context: string): Buffer | null {
  try {
    return unseal(key, wrapped, context)
  } catch {
    return null
  }
}
