/** Passkeys by the browser's own means (WebAuthn Level 3), which reads and writes their JSON itself. */
import type { Client } from '@sonaqor/contract/client'
import type { Assertion, Attestation } from '@sonaqor/contract/factors'
import { PasskeyGivenUp } from './knows-passkeys.ts'

/** What the server asks of a device, as JSON. */
export type PasskeyOptions = Awaited<ReturnType<Client['auth']['passkeyOptions']>>['options']

/** There is a passkey of this account on the device already. */
export class PasskeyKnown extends Error {
  override readonly name = 'PasskeyKnown'
}

/** Has a passkey sign what the server asks. With a signal it waits in the browser's own suggestions. */
export async function askForPasskey(
  options: PasskeyOptions,
  suggested?: AbortSignal,
): Promise<Assertion> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    options as unknown as PublicKeyCredentialRequestOptionsJSON,
  )
  const given = await confirmed(
    navigator.credentials.get({
      publicKey,
      ...(suggested && { mediation: 'conditional', signal: suggested }),
    }),
  )
  return given.toJSON() as unknown as Assertion
}

/** Has the device make a passkey. */
export async function makePasskey(options: PasskeyOptions): Promise<Attestation> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    options as unknown as PublicKeyCredentialCreationOptionsJSON,
  )
  const made = await confirmed(navigator.credentials.create({ publicKey }))
  return made.toJSON() as unknown as Attestation
}

/** Browsers tell many things by the same few names, so that pages learn little of a device. */
async function confirmed(asked: Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const given = await asked
    if (given instanceof PublicKeyCredential) return given
  } catch (cause) {
    if (!(cause instanceof DOMException)) throw cause
    if (cause.name === 'InvalidStateError') throw new PasskeyKnown('known', { cause })
    throw new PasskeyGivenUp('given up', { cause })
  }
  throw new PasskeyGivenUp('given up')
}
