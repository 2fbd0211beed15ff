/**
 * Whom an unverified token is meant for: enough to choose who looks at it, and for nothing else.
 * Nothing where the text is no JWT at all.
 */
export function audienceOf(token: string): unknown {
  const [, payload, signature, ...rest] = token.split('.')
  if (!payload || !signature || rest.length > 0) return undefined
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString())
    return typeof claims === 'object' && claims !== null && 'aud' in claims ? claims.aud : undefined
  } catch {
    return undefined
  }
}
