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

export type Keys = (client: OurClient) => Promise<JWTVerifyGetKey>

const known = 200
const keptMs = 10 * 60_000

/** The keys of providers, asked for again after a while, and at once where a new one signs. */
export function providerKeys(outbound: OutboundFetch): Keys {
  const kept = new Map<string, { readonly at: number; readonly keys: JWTVerifyGetKey }>()
  return async (client) => {
    const name = client.issuer
    const found = kept.get(name)
    if (found && Date.now() - found.at < keptMs) return found.keys
    const { jwks_uri: address = '' } = (await discover(outbound, client)).serverMetadata()
    const keys = createRemoteJWKSet(new URL(address), {
      [customFetch]: (url, { headers, signal }) =>
        outbound(url, { headers: Object.fromEntries(headers), signal }),
      cooldownDuration: 10_000,
    })
    if (kept.size >= known) kept.clear()
    kept.set(name, { at: Date.now(), keys })
    return keys
  }
}

/** What a token says, or null where it is none of this provider for us. */
export async function readLogoutToken(
  keys: Keys,
  client: OurClient,
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
