/** What our pages may do, told to the browser: nothing but what stands here. */
import { randomBytes } from 'node:crypto'
import { isOrigin } from '@sonaqor/contract/values'

export interface Policy {
  /** Fresh for every answer; scripts without it do not run. */
  readonly nonce: string
  readonly headers: Readonly<Record<string, string>>
}

/** What is in no way an origin would say something else in the header, whoever wrote it where we read it. */
function ancestorsIn(frameAncestors: readonly string[]): string {
  const origins = frameAncestors.filter(isOrigin)
  return origins.length > 0 ? origins.join(' ') : "'none'"
}

/**
 * The policy of a page of ours that runs scripts. Scripts load by nonce, and what they load is
 * trusted by 'strict-dynamic'; modules bring their styles as constructed sheets, which need nothing.
 */
export function pagePolicy(ownOrigin: string, frameAncestors: readonly string[]): Policy {
  const nonce = randomBytes(18).toString('base64')
  const directives = [
    ...drawnBy(nonce),
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `connect-src 'self' ${ownOrigin.replace(/^http/, 'ws')}`,
    `frame-ancestors ${ancestorsIn(frameAncestors)}`,
  ]
  return { nonce, headers: headersWith(directives) }
}

/**
 * The policy of the staff's page, where their cookie is reachable. What runs there was built with the
 * page: neither a nonce nor a script that is trusted lets a release of a module in. What a tenant lets
 * them see is drawn by that one page of the tenants' origin, in a frame that goes nowhere else.
 */
export function staffPolicy(staffUrl: string, lookPage: string): Policy {
  const nonce = randomBytes(18).toString('base64')
  const directives = [
    ...drawnBy(nonce),
    `script-src ${staffUrl}/assets/`,
    "connect-src 'self'",
    `frame-src ${lookPage}`,
    "frame-ancestors 'none'",
  ]
  return { nonce, headers: headersWith(directives) }
}

const drawnBy = (nonce: string): readonly string[] => [
  "default-src 'none'",
  `style-src 'self' 'nonce-${nonce}'`,
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  // The host makes the one policy of the page, once; modules ask the host for their scripts.
  'trusted-types sonaqor',
]

/**
 * The policy of the docs. What runs there was built with the page and comes from the one folder that holds
 * nothing else: no release of a module gets in. It writes text, and no markup.
 */
export function docsPolicy(ownOrigin: string): Readonly<Record<string, string>> {
  return headersWith([
    "default-src 'none'",
    `script-src ${ownOrigin}/assets/`,
    "connect-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ])
}

function headersWith(directives: readonly string[]): Record<string, string> {
  return {
    'content-security-policy': directives.join('; '),
    'origin-agent-cluster': '?1',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  }
}
