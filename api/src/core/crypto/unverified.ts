/** What a token says of itself before, or without, anybody having verified it. */

/** Whom it is meant for: enough to choose who looks at it, and for nothing else. */
export function audienceOf(token: string): unknown {
  return claimsOf(token)['aud']
}

/** Until when, of a token that somebody has verified already; null where it does not say. */
export function expiryOf(token: string): Date | null {
  const { exp } = claimsOf(token)
  return typeof exp === 'number' ? new Date(exp * 1000) : null
}

/** Nothing where the text is no JWT at all. */
function claimsOf(token: string): Readonly<Record<string, unknown>> {
  const [, payload, signature, ...rest] = token.split('.')
  if (!payload || !signature || rest.length > 0) return {}
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString())
    return typeof claims === 'object' && claims !== null ? { ...claims } : {}
  } catch {
    return {}
  }
}
