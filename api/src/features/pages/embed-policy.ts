/** What a partner's content security policy must let pass for an embed, and nothing else. */

export interface EmbedPolicy {
  /** Add these to what the page has already; `{random}` is the page's own nonce, fresh for every answer. */
  readonly directives: Readonly<Record<string, readonly string[]>>
  /** Beside them, where the package brings the script into a page with Trusted Types. */
  readonly withPackage: Readonly<Record<string, readonly string[]>>
}

export const embedPolicy = (url: string): EmbedPolicy => ({
  directives: {
    'script-src': ["'nonce-{random}'", "'strict-dynamic'"],
    'connect-src': [url, url.replace(/^http/, 'ws')],
    'frame-src': [url],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['sonaqor'],
  },
  withPackage: { 'trusted-types': ['sonaqor-loader'] },
})
