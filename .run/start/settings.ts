/** What `npm start` takes from the environment; the server processes read the rest themselves. */
import { inRoot } from '../places.ts'

export interface Databases {
  readonly owner: string
  readonly app: string
  readonly worker: string
}

export interface Settings {
  readonly port: number
  /** Whether anything was said of where it is served. */
  readonly hasAddress: boolean
  readonly shellUrl: string
  readonly portalPort: number
  readonly portalUrl: string
  readonly dataDir: string
  /** A server that somebody else runs, instead of the embedded one. */
  readonly databases: Databases | undefined
  readonly hasKek: boolean
  readonly demo: boolean
  /** The key that the portal opens its sessions with, instead of the demo's. */
  readonly portalKey: string | undefined
  /** The secret that the portal verifies webhooks with, instead of the demo's. */
  readonly portalSecret: string | undefined
}

const runbook = 'storybook/handbook/runbooks/a-database-of-your-own.md'
const lastPort = 65_535 - 100

export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const databases = readDatabases(env)
  const port = Number(env['PORT'] || 4000)
  if (!Number.isInteger(port) || port < 1 || port > lastPort) {
    throw new Error(
      `PORT must be between 1 and ${lastPort}; the portal takes the one 100 above it.`,
    )
  }
  return {
    port,
    hasAddress: Boolean(env['PORT'] || env['PUBLIC_URL'] || env['STAFF_URL']),
    shellUrl: env['PUBLIC_URL'] || `http://localhost:${port}`,
    portalPort: port + 100,
    portalUrl: `http://127.0.0.1:${port + 100}`,
    dataDir: inRoot(env['SONAQOR_DATA_DIR'] || '.data'),
    databases,
    hasKek: hasOwnKek(env),
    demo: readSwitch(env, 'SONAQOR_DEMO', databases === undefined),
    portalKey: env['SONAQOR_API_KEY'] || undefined,
    portalSecret: env['SONAQOR_WEBHOOK_SECRET'] || undefined,
  }
}

const hasOwnKek = (env: NodeJS.ProcessEnv): boolean =>
  Boolean(env['SONAQOR_KEK'] || env['SONAQOR_KEK_FILE'])

/** What a database of one's own has to come with, and what each is for. */
const needed = {
  DATABASE_URL: 'the login of the owner, who migrates',
  DATABASE_APP_URL: 'the login of the app, which owns nothing',
  DATABASE_WORKER_URL: 'the login of the worker, which sees the queue alone',
  SONAQOR_KEK:
    '32 bytes in base64, kept apart from the database; `openssl rand -base64 32` makes them',
} as const

/** Nothing stands in for a login that is missing: the app's would do the worker's work badly. */
function readDatabases(env: NodeJS.ProcessEnv): Databases | undefined {
  const { DATABASE_URL: owner, DATABASE_APP_URL: app, DATABASE_WORKER_URL: worker } = env
  if (!owner && !app && !worker) return undefined
  const hasKek = hasOwnKek(env)
  if (owner && app && worker && hasKek) return { owner, app, worker }
  const missing = Object.entries(needed).filter(([name]) =>
    name === 'SONAQOR_KEK' ? !hasKek : !env[name],
  )
  throw new Error(
    [
      'A database of your own needs three logins and a key, and these are missing:',
      ...missing.map(([name, what]) => `  ${name}: ${what}`),
      `${runbook} makes them. With none of the logins set, the embedded database is used.`,
    ].join('\n'),
  )
}

function readSwitch(env: NodeJS.ProcessEnv, name: string, otherwise: boolean): boolean {
  const value = env[name]?.toLowerCase()
  if (!value) return otherwise
  if (['true', '1', 'on', 'yes'].includes(value)) return true
  if (['false', '0', 'off', 'no'].includes(value)) return false
  throw new Error(`${name} must be "true" or "false", not "${env[name]}".`)
}
