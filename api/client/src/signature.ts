/** The two kinds of signatures: by a secret that both have (`v1`), and by one that is ours alone (`v1a`). */

/** A secret, made ready for its kind. */
export interface Key {
  readonly kind: 'v1' | 'v1a'
  readonly key: CryptoKey
}

const kinds = {
  whsec_: { kind: 'v1', algorithm: { name: 'HMAC', hash: 'SHA-256' }, uses: ['sign'] },
  whpk_: { kind: 'v1a', algorithm: { name: 'Ed25519' }, uses: ['verify'] },
} as const

/** Fewer could be guessed, and none would let anybody sign. */
const bytesMin = 24

export async function keyOf(secret: string): Promise<Key> {
  const [, prefix, coded] = /^(whsec_|whpk_)([A-Za-z0-9+/]+={0,2})$/.exec(secret) ?? []
  const bytes = coded === undefined ? undefined : bytesOf(coded)
  if (!prefix || !bytes || bytes.length < bytesMin) {
    throw new TypeError('A secret of webhooks is whsec_ or whpk_, and base64 of 24 bytes or more.')
  }
  const { kind, algorithm, uses } = kinds[prefix as keyof typeof kinds]
  return { kind, key: await crypto.subtle.importKey('raw', bytes, algorithm, false, uses) }
}

/** The bytes that are signed: id, time and body are nothing apart. */
export function toSign(id: string, timestamp: string, body: string | Uint8Array) {
  const coder = new TextEncoder()
  const head = coder.encode(`${id}.${timestamp}.`)
  const tail = typeof body === 'string' ? coder.encode(body) : body
  const bytes = new Uint8Array(head.length + tail.length)
  bytes.set(head)
  bytes.set(tail, head.length)
  return bytes
}

export async function signatureOf({ kind, key }: Key, signed: Uint8Array): Promise<string> {
  if (kind !== 'v1') throw new TypeError('A public key verifies, and signs nothing.')
  return `v1,${btoa(String.fromCharCode(...(await hmac(key, signed))))}`
}

/** Whether one of some signatures is by this key. */
export async function matches(
  { kind, key }: Key,
  signed: Uint8Array,
  signatures: readonly string[],
): Promise<boolean> {
  const ofKind = signatures
    .filter((signature) => signature.startsWith(`${kind},`))
    .flatMap((signature) => bytesOf(signature.slice(kind.length + 1)) ?? [])
  if (kind === 'v1') {
    const own = await hmac(key, signed)
    return ofKind.map((signature) => isSame(own, signature)).includes(true)
  }
  const found = ofKind.map((signature) =>
    crypto.subtle.verify('Ed25519', key, signature, new Uint8Array(signed)),
  )
  return (await Promise.all(found)).includes(true)
}

const hmac = async (key: CryptoKey, signed: Uint8Array) =>
  new Uint8Array(await crypto.subtle.sign('HMAC', key, new Uint8Array(signed)))

/** Looks at every byte, so that how long it takes says nothing of how many are right. */
function isSame(own: Uint8Array, given: Uint8Array): boolean {
  let difference = own.length ^ given.length
  for (const [at, byte] of own.entries()) difference |= byte ^ (given[at] ?? 0)
  return difference === 0
}

function bytesOf(base64: string) {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  } catch {
    return undefined
  }
}
