/**
 * Envelope encryption of what has to be read again: a key-encryption key outside of the database
 * wraps a data key for each tenant and purpose, which seals the value (AES-256-GCM) bound to the place
 * that it stands at. What is copied to another tenant, record or field does not open there.
 */
import type { Scope } from '../scope/index.ts'
import { keyOfVersion, newestKey, ownerOf, type Purpose } from './data-keys.ts'
import type { Keyring } from './keyring.ts'
import { seal, unseal } from './seal.ts'

/** Where a value stands: the id of its record, and which field of it. */
export interface Place {
  readonly purpose: Purpose
  readonly record: string
  readonly field: string
}

export interface Vault {
  /** The key that wraps data keys has this name. */
  readonly keyring: Keyring
  /** Seals with the newest data key of the purpose, which is made with its first use. */
  seal(scope: Scope, place: Place, plain: Uint8Array | string): Promise<Buffer>
  /** The counterpart; throws where the place or a single bit differs. */
  unseal(scope: Scope, place: Place, sealed: Uint8Array): Promise<Buffer>
}

/** The first byte of what is sealed names its layout: then the version of the key in four bytes. */
const layout = 1
const headBytes = 5

export function createVault(keyring: Keyring): Vault {
  return {
    keyring,
    async seal(scope, place, plain) {
      const { version, bytes } = await newestKey(scope, keyring, place.purpose)
      const head = Buffer.alloc(headBytes)
      head.writeUInt8(layout, 0)
      head.writeUInt32BE(version, 1)
      const context = contextOf(scope, place, version)
      return Buffer.concat([head, seal(bytes, Buffer.from(plain), context)])
    },
    async unseal(scope, place, sealed) {
      const version = versionOf(sealed)
      const { bytes } = await keyOfVersion(scope, keyring, place.purpose, version)
      return unseal(bytes, sealed.subarray(headBytes), contextOf(scope, place, version))
    },
  }
}

/** Which version of its key something is sealed with. */
export function versionOf(sealed: Uint8Array): number {
  const head = Buffer.from(sealed.subarray(0, headBytes))
  if (head.length < headBytes || head.readUInt8(0) !== layout) {
    throw new Error('this was not sealed by the vault')
  }
  return head.readUInt32BE(1)
}

function contextOf(scope: Scope, { purpose, record, field }: Place, version: number): string {
  return JSON.stringify([ownerOf(scope, purpose.of), purpose.name, record, field, version])
}
