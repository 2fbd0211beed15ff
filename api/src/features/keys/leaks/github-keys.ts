/** The public keys by which GitHub signs what its secret scanning has found. */
import { createPublicKey, verify, type KeyObject } from 'node:crypto'
import type { Clock } from '../../../core/clock/index.ts'
import type { OutboundFetch } from '../../../core/outbound/index.ts'
import { Problem } from '../../../core/problems/index.ts'
import { z } from 'zod'

export interface Signed {
  readonly bytes: Buffer
  /** Of `Github-Public-Key-Identifier` and `Github-Public-Key-Signature`. */
  readonly keyId: string
  readonly signature: string
}

export interface GithubKeys {
  /** Whether GitHub has signed these very bytes; throws where its keys cannot be had. */
  hasSigned(signed: Signed): Promise<boolean>
}

const keptMs = 24 * 3_600_000
/** A key that is not known may be new; whoever makes ids up has us ask no more often than this. */
const againMs = 60_000

const Answer = z.object({
  public_keys: z.array(z.object({ key_identifier: z.string(), key: z.string() })).max(100),
})

interface Parts {
  readonly url: string
  readonly outbound: OutboundFetch
  readonly clock: Clock
}

export function createGithubKeys({ url, outbound, clock }: Parts): GithubKeys {
  let known = new Map<string, KeyObject>()
  let fetchedAt = -Infinity
  let triedAt = -Infinity
  let fetching: Promise<void> | undefined

  async function fetchKeys(): Promise<void> {
    triedAt = clock.now().getTime()
    try {
      const answer = await outbound(url, { headers: { accept: 'application/json' } })
      if (!answer.ok) throw new Error(`the keys of GitHub were answered with ${answer.status}`)
      known = keysIn(Answer.parse(await answer.json()))
      fetchedAt = triedAt
    } catch (cause) {
      throw unavailable(cause)
    } finally {
      fetching = undefined
    }
  }

  async function keyOf(keyId: string): Promise<KeyObject | undefined> {
    const now = clock.now().getTime()
    const isFresh = now - fetchedAt <= keptMs
    if (isFresh && known.has(keyId)) return known.get(keyId)
    if (fetching || now - triedAt > againMs) await (fetching ??= fetchKeys())
    else if (!isFresh) throw unavailable()
    return known.get(keyId)
  }

  return {
    async hasSigned({ bytes, keyId, signature }) {
      if (keyId === '' || !isSignature(signature)) return false
      const key = await keyOf(keyId)
      return key !== undefined && verify('sha256', bytes, key, Buffer.from(signature, 'base64'))
    },
  }
}

/** ECDSA over P-256 in DER as base64: for what never was one, nobody has to be asked. */
function isSignature(text: string): boolean {
  if (!/^[A-Za-z\d+/]{8,104}={0,2}$/.test(text)) return false
  const bytes = Buffer.from(text, 'base64')
  return bytes[0] === 0x30 && bytes[1] === bytes.length - 2 && bytes.length <= 72
}

/** Whoever has found something sends it again. */
function unavailable(cause?: unknown): Problem {
  const detail = 'The public keys by which GitHub signs cannot be had from GitHub at the moment.'
  return new Problem('overloaded', { detail, retryAfterSeconds: againMs / 1000, cause })
}

/** Of all that it may send, the keys of the one kind that it says it signs with. */
function keysIn({ public_keys }: z.output<typeof Answer>): Map<string, KeyObject> {
  const keys = public_keys.map(({ key_identifier, key }) => {
    return [key_identifier, createPublicKey(key)] as const
  })
  return new Map(keys.filter(([, key]) => key.asymmetricKeyDetails?.namedCurve === 'prime256v1'))
}
