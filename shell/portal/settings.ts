/** Where the portal finds Sonaqor, and what it keeps on its server: its API key, and the secret of its endpoint. */

export interface Settings {
  readonly port: number
  /** The origin of Sonaqor, as the browser reaches it. */
  readonly sonaqorUrl: string
  /** Without one there is nothing to embed; the pages are served all the same. */
  readonly apiKey: string | undefined
  /** What Sonaqor signs its messages to us with; without one all of them are refused. */
  readonly webhookSecret: string | undefined
}

export function readSettings(env = process.env): Settings {
  return {
    port: Number(env['PORTAL_PORT'] ?? 4100),
    sonaqorUrl: new URL(env['SONAQOR_URL'] ?? 'http://localhost:4000').origin,
    apiKey: env['SONAQOR_API_KEY'],
    webhookSecret: env['SONAQOR_WEBHOOK_SECRET'],
  }
}
