/** As strict as a page can be that embeds us: what the embedding guide asks for, and nothing more. */
export const strictPolicy = (sonaqorUrl: string, nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'nonce-${nonce}'`,
    `connect-src 'self' ${sonaqorUrl} ${sonaqorUrl.replace(/^http/, 'ws')}`,
    `frame-src ${sonaqorUrl}`,
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types sonaqor',
  ].join('; ')
