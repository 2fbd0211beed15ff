/** Where the portal finds Sonaqor, and the API key that it keeps on its server. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface Settings {
  readonly port: number
  /** The origin of Sonaqor, as the browser reaches it. */
  readonly sonaqorUrl: string
}

export function readSettings(env = process.env): Settings {
  return {
    port: Number(env['PORTAL_PORT'] ?? 4100),
    sonaqorUrl: new URL(env['SONAQOR_URL'] ?? 'http://localhost:4000').origin,
  }
}

interface Demo {
  readonly tenants: readonly {
    readonly apps: readonly { readonly environment: string; readonly apiKey?: string }[]
  }[]
}

/** The key from the environment, or the first sandbox key of the demo; read anew for each session. */
export async function readApiKey(env = process.env): Promise<string> {
  if (env['SONAQOR_API_KEY']) return env['SONAQOR_API_KEY']
  const path = join(env['SONAQOR_DATA_DIR'] ?? '.data', 'demo.json')
  const demo = JSON.parse(await readFile(path, 'utf8')) as Demo
  const apps = demo.tenants.flatMap((tenant) => tenant.apps)
  const key = apps.find((app) => app.environment === 'sandbox' && app.apiKey)?.apiKey
  if (!key) throw new Error(`${path} holds no key of a sandbox app; set SONAQOR_API_KEY.`)
  return key
}
