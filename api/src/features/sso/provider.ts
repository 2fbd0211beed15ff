/** A provider of OpenID Connect: how it describes itself, where it is, and what a code of it stands for. */
import type { checkFaults } from '@sonaqor/contract/sso'
import * as oidc from 'openid-client'
import { AddressRefused, type OutboundFetch } from '../../core/outbound/index.ts'

export interface OurClient {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

export type CheckFault = (typeof checkFaults)[number]

/** It cannot be worked with, and why. */
export class ProviderFault extends Error {
  override readonly name = 'ProviderFault'
  readonly fault: CheckFault

  constructor(fault: CheckFault, cause?: unknown) {
    super(`the provider cannot be used: ${fault}`, { cause })
    this.fault = fault
  }
}

/** What may sign what a provider says: with a key of its own, never with a secret that we share. */
export const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
]

const timeoutSeconds = 10

/** Reads the provider's description; throws a ProviderFault where we cannot work with it. */
export async function discover(
  outbound: OutboundFetch,
  client: OurClient,
): Promise<oidc.Configuration> {
  const issuer = new URL(client.issuer)
  const isPlain = issuer.protocol === 'http:'
  const fetching = fetchBy(outbound)
  try {
    const found = await oidc.discovery(issuer, client.clientId, undefined, oidc.None(), {
      [oidc.customFetch]: fetching,
      timeout: timeoutSeconds,
      execute: isPlain ? [oidc.allowInsecureRequests] : [],
    })
    const server = { ...found.serverMetadata() }
    if (server.issuer !== client.issuer) throw new ProviderFault('other-issuer')
    const config = configured(server, client)
    config[oidc.customFetch] = fetching
    config.timeout = timeoutSeconds
    if (isPlain) oidc.allowInsecureRequests(config)
    oidc.enableNonRepudiationChecks(config)
    return config
  } catch (error) {
    throw error instanceof ProviderFault ? error : new ProviderFault(faultOf(error), error)
  }
}

function configured(server: oidc.ServerMetadata, client: OurClient): oidc.Configuration {
  const {
    id_token_signing_alg_values_supported: signs = ['RS256'],
    token_endpoint_auth_methods_supported: ways = ['client_secret_basic'],
    authorization_endpoint: authorization,
  } = server
  const safe = signs.filter((algorithm) => algorithms.includes(algorithm))
  const isWhole = authorization && server.token_endpoint && server.jwks_uri
  if (safe.length === 0 || !isWhole || !leadsOut(authorization, client.issuer)) {
    throw new ProviderFault('not-supported')
  }
  const shows = ways.includes('client_secret_basic')
    ? oidc.ClientSecretBasic(client.clientSecret)
    : oidc.ClientSecretPost(client.clientSecret)
  const narrowed = { ...server, id_token_signing_alg_values_supported: safe }
  return new oidc.Configuration(narrowed, client.clientId, undefined, shows)
}

/** A browser is led there, so it has to be a page, and no less safe than its issuer. */
function leadsOut(address: string, issuer: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol } = new URL(address)
  return protocol === 'https:' || protocol === new URL(issuer).protocol
}

/**
 * Whether the provider takes us for its client: it is shown a code that nobody has, and says what is
 * wrong. Only where we are what is wrong, the secret or the name is.
 */
export async function showClient(config: oidc.Configuration, redirectUri: string): Promise<void> {
  const back = new URL(redirectUri)
  back.searchParams.set('code', 'a-code-that-nobody-has')
  back.searchParams.set('iss', config.serverMetadata().issuer)
  try {
    await oidc.authorizationCodeGrant(config, back, {
      pkceCodeVerifier: oidc.randomPKCECodeVerifier(),
    })
  } catch (error) {
    const { error: said, status } = error as { readonly error?: unknown; readonly status?: unknown }
    if (status === 401 || said === 'invalid_client' || said === 'unauthorized_client') {
      throw new ProviderFault('client-refused', error)
    }
    const fault = said === undefined ? faultOf(error) : null
    if (fault && fault !== 'no-description') throw new ProviderFault(fault, error)
  }
}

export interface Questions {
  readonly redirectUri: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Where the browser goes to say who somebody is. */
export async function wayOut(
  config: oidc.Configuration,
  { redirectUri, state, nonce, verifier }: Questions,
  email: string,
): Promise<string> {
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'openid email profile',
    response_mode: 'query',
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    login_hint: email,
  })
  return url.href
}

/** What came back in the address. */
export interface WayBack {
  readonly code: string
  readonly iss?: string | undefined
}

export type Claims = Readonly<Record<string, unknown>>

/**
 * What the provider says of whoever came back. The library checks state, nonce, issuer, audience, end and
 * signature. What is not in the ID token is asked for, of the same subject.
 */
export async function claimsOf(
  config: oidc.Configuration,
  { redirectUri, state, nonce, verifier }: Questions,
  { code, iss }: WayBack,
  wanted: readonly string[],
): Promise<Claims> {
  const back = new URL(redirectUri)
  back.search = new URLSearchParams({
    code,
    state,
    ...(iss === undefined ? {} : { iss }),
  }).toString()
  const tokens = await oidc.authorizationCodeGrant(config, back, {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims) throw new Error('there is no ID token')
  const isWhole = wanted.every((name) => claims[name] !== undefined)
  if (isWhole || !config.serverMetadata().userinfo_endpoint) return claims
  const more = await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)
  return { ...more, ...claims }
}

const fetchBy =
  (outbound: OutboundFetch): oidc.CustomFetch =>
  (url, { method, headers, body, signal }) => {
    if (typeof body !== 'string' && !(body instanceof URLSearchParams) && body) {
      throw new TypeError('only forms are sent to a provider')
    }
    return outbound(url, { method, headers, body: body ?? null, signal })
  }

/** What went wrong lies behind what the library says of it. */
function faultOf(error: unknown): CheckFault {
  for (let one = error; one instanceof Error; one = one.cause) {
    if (one instanceof AddressRefused) return 'address-refused'
    if (one.name === 'TimeoutError' || one.name === 'AbortError') return 'too-slow'
    const { code } = one as { readonly code?: unknown }
    if (code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED') return 'other-issuer'
    if (code === 'OAUTH_TIMEOUT') return 'too-slow'
    if (
      typeof code === 'string' &&
      /^(E[A-Z]+|CERT_|DEPTH_|SELF_|UNABLE_|ERR_(TLS|SSL))/.test(code)
    ) {
      return 'unreachable'
    }
  }
  return 'no-description'
}
