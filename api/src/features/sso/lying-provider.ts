/** A provider for tests that says what it is told to, right or wrong. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose'

export interface LyingProvider {
  readonly issuer: string
  readonly clientId: string
  /** What is in the next ID token in the place of what would be right. */
  lies: JWTPayload
  /** What its description says in the place of what would be right. */
  description: Record<string, unknown>
  /** How the next token is signed; null is not at all. */
  signing: {
    readonly key: CryptoKey | Uint8Array
    readonly alg: string
    readonly kid: string
  } | null
  /** From now on it signs with a new key, and publishes that alone. */
  rotate(): Promise<void>
  /** How often each of its addresses was asked. */
  readonly asked: Map<string, number>
  /** Where a sign-in would come back to, for the address that it was sent to. */
  back(url: string, iss?: string): { code: string; state: string; iss: string }
  sign(claims: JWTPayload, header?: { typ?: string }): Promise<string>
  stop(): Promise<void>
}

const clientId = 'sonaqor'

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

export async function startLyingProvider(): Promise<LyingProvider> {
  const asked = new Map<string, number>()
  let keys: unknown[] = []
  let nonce = ''
  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const provider: LyingProvider = {
    issuer,
    clientId,
    lies: {},
    description: {},
    signing: null,
    asked,
    async rotate() {
      const kid = `key ${Math.random()}`
      const { privateKey, publicKey } = await generateKeyPair('RS256')
      keys = [{ ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' }]
      provider.signing = { key: privateKey, alg: 'RS256', kid }
    },
    back(url, iss = issuer) {
      const query = new URL(url).searchParams
      nonce = query.get('nonce') ?? ''
      return { code: `code ${Math.random()}`, state: query.get('state') ?? '', iss }
    },
    async sign(claims, { typ } = {}) {
      if (!provider.signing) {
        return `${encoded({ alg: 'none' })}.${encoded(claims)}.`
      }
      const { key, alg, kid } = provider.signing
      return new SignJWT(claims).setProtectedHeader({ alg, kid, ...(typ ? { typ } : {}) }).sign(key)
    },
    stop: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
  await provider.rotate()

  async function answer({ url = '' }: IncomingMessage, response: ServerResponse): Promise<void> {
    asked.set(url, (asked.get(url) ?? 0) + 1)
    const now = Math.floor(Date.now() / 1000)
    const pages: Readonly<Record<string, () => unknown>> = {
      '/.well-known/openid-configuration': () => ({
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        authorization_response_iss_parameter_supported: true,
        ...provider.description,
      }),
      '/jwks': () => ({ keys }),
      '/token': async () => ({
        access_token: 'an access token',
        token_type: 'Bearer',
        id_token: await provider.sign({
          iss: issuer,
          aud: clientId,
          sub: 'somebody',
          iat: now,
          exp: now + 300,
          nonce,
          email: 'somebody@lying.test',
          email_verified: true,
          name: 'Some Body',
          ...provider.lies,
        }),
      }),
    }
    const said = await pages[url]?.()
    response.writeHead(said ? 200 : 404, { 'content-type': 'application/json' })
    response.end(JSON.stringify(said ?? {}))
  }
  return provider
}
