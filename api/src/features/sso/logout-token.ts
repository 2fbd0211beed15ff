/** The word of a provider that somebody signed out there: OpenID Connect Back-Channel Logout 1.0. */
import { createRemoteJWKSet, customFetch, jwtVerify, type JWTVerifyGetKey } from 'jose'
import { z } from 'zod'
import type { OutboundFetch } from '../../core/outbound/index.ts'
import { algorithms, discover, type OurClient } from './provider.ts'

const event = 'http://schemas.openid.net/event/backchannel-logout'

/** Who signed out: a session, or everything of a subject. */
const LogoutClaims = z
  .object({
    jti: z.string().min(1).max(300),
    iat: z.number(),
    sub: z.string().min(1).max(300).optional(),
    sid: z.string().min(1).max(300).optional(),
    nonce: z.never().optional(),
    events: z.object({ [event]: z.record(z.string(), z.unknown()) }),
  })
  .refine(({ sub, sid }) => sub !== undefined || sid !== undefined)
export type LogoutClaims = z.output<typeof LogoutClaims>

/** A word that is older says nothing any more; its number is remembered for as long. */
export const tokenAgeSeconds = 300

/** As whom a provider knows us. What it signed is read without the secret that we share. */
export type KnownClient = Pick<OurClient, 'issuer' | 'clientId'>

export type Keys = (client: KnownClient) => Promise<JWTVerifyGetKey>

const known = 200
const keptMs = 10 * 60_000
/** A provider that did not answer is left alone for so long: whoever sends us words asks it nothing. */
const failedMs = 10_000

interface Kept {
  readonly keys: Promise<JWTVerifyGetKey>
  until: number
}

/** The keys of providers, asked for again after a while, and at once where a new one signs. */
export function providerKeys(outbound: OutboundFetch): Keys {
  const kept = new Map<string, Kept>()
  return (client) => {
    const name = client.issuer
    const found = kept.get(name)
    if (found && Date.now() < found.until) return found.keys
    const fresh: Kept = { keys: askForKeys(outbound, client), until: Date.now() + keptMs }
    fresh.keys.catch(() => {
      fresh.until = Date.now() + failedMs
    })
    if (kept.size >= known) kept.clear()
    kept.set(name, fresh)
    return fresh.keys
  }
}

/** What a provider signs with is public: it is asked without the secret, for which a word stands. */
async function askForKeys(outbound: OutboundFetch, client: KnownClient): Promise<JWTVerifyGetKey> {
  const described = await discover(outbound, { ...client, clientSecret: 'not shown' })
  const { jwks_uri: address = '' } = described.serverMetadata()
  const sparing = sparingFetch(outbound)
  return createRemoteJWKSet(new URL(address), {
    [customFetch]: (url, { headers, signal }) =>
      sparing(url, { headers: Object.fromEntries(headers), signal }),
    cooldownDuration: 10_000,
  })
}

/** The library spares an address that has answered, and asks one that fails each time. */
function sparingFetch(outbound: OutboundFetch): OutboundFetch {
  let failedUntil = 0
  return async (...asked) => {
    if (Date.now() < failedUntil) throw new Error('the provider has just failed to answer')
    failedUntil = Date.now() + failedMs
    const answer = await outbound(...asked)
    if (answer.ok) failedUntil = 0
    return answer
  }
}

/** What a token says, or null where it is none of this provider for us. */
export async function readLogoutToken(
  keys: Keys,
  client: KnownClient,
  token: string,
  now: Date,
): Promise<LogoutClaims | null> {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, await keys(client), {
      issuer: client.issuer,
      audience: client.clientId,
      algorithms,
      maxTokenAge: tokenAgeSeconds,
      clockTolerance: 30,
      currentDate: now,
      requiredClaims: ['iat', 'jti', 'events'],
    })
    if (!['logout+jwt', 'jwt', undefined].includes(protectedHeader.typ?.toLowerCase())) return null
    return LogoutClaims.safeParse(payload).data ?? null
  } catch {
    return null
  }
}
