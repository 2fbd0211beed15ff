/** Whether this browser can use passkeys at all; what it cannot is not offered. */
export function knowsPasskeys(): boolean {
  return (
    typeof PublicKeyCredential === 'function' &&
    'parseRequestOptionsFromJSON' in PublicKeyCredential &&
    'parseCreationOptionsFromJSON' in PublicKeyCredential
  )
}

/** Of the factors that somebody has, those that they can show here. */
export function shownHere(methods: readonly string[]): readonly string[] {
  return knowsPasskeys() ? methods : methods.filter((method) => method !== 'passkey')
}

/** Nobody confirmed it: it was cancelled, took too long, or no passkey was at hand. */
export class PasskeyGivenUp extends Error {
  override readonly name = 'PasskeyGivenUp'
}

/** The server knows nobody by this passkey. */
export class PasskeyUnknown extends Error {
  override readonly name = 'PasskeyUnknown'
}
