/** What `npm start` takes from the environment; the server processes read the rest themselves. */
import { inRoot } from '../places.ts'

export interface Databases {
  readonly owner: string
  readonly app: string
  /** The app's login serves the worker too, where it has none of its own. */
  readonly worker?: string
}

export interface Settings {
  readonly port: number
  readonly shellUrl: string
  readonly portalPort: number
  readonly portalUrl: string
  readonly dataDir: string
  /** A server that somebody else runs, instead of the embedded one. */
  readonly databases: Databases | undefined
  readonly hasKek: boolean
  readonly demo: boolean
}

const lastPort = 65_535 - 100

export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const databases = readDatabases(env)
  const port = Number(env['PORT'] || 4000)
  if (!Number.isInteger(port) || port < 1 || port > lastPort) {
    throw new Error(
      `PORT must be between 1 and ${lastPort}; the portal takes the one 100 above it.`,
    )
  }
  const hasKek = Boolean(env['SONAQOR_KEK'] || env['SONAQOR_KEK_FILE'])
  if (databases && !hasKek) {
    throw new Error(
      'With a database of your own, SONAQOR_KEK has to be set: 32 bytes in base64, ' +
        'kept apart from the database. `openssl rand -base64 32` makes one.',
    )
  }
  return {
    port,
    shellUrl: env['PUBLIC_URL'] || `http://localhost:${port}`,
    portalPort: port + 100,
    portalUrl: `http://127.0.0.1:${port + 100}`,
    dataDir: inRoot(env['SONAQOR_DATA_DIR'] || '.data'),
    databases,
    hasKek,
    demo: readSwitch(env, 'SONAQOR_DEMO', databases === undefined),
  }
}

function readDatabases(env: NodeJS.ProcessEnv): Databases | undefined {
  const { DATABASE_URL: owner, DATABASE_APP_URL: app, DATABASE_WORKER_URL: worker } = env
  if (!owner && !app) return undefined
  if (!owner || !app) {
    throw new Error(
      'DATABASE_URL (the owner, who migrates) and DATABASE_APP_URL (the app, who owns nothing) ' +
        'go together: set both, or neither for the embedded database.',
    )
  }
  return { owner, app, ...(worker ? { worker } : {}) }
}

function readSwitch(env: NodeJS.ProcessEnv, name: string, otherwise: boolean): boolean {
  const value = env[name]?.toLowerCase()
  if (!value) return otherwise
  if (['true', '1', 'on', 'yes'].includes(value)) return true
  if (['false', '0', 'off', 'no'].includes(value)) return false
  throw new Error(`${name} must be "true" or "false", not "${env[name]}".`)
}
