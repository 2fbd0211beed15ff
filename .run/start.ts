/**
 * `npm start`: the database, the server processes, the modules' releases, the demo, and a partner's
 * portal, in one process tree. Whatever ends by itself is started again; whatever a killed start
 * left behind is ended by the next one.
 */
import { once } from 'node:events'
import { join } from 'node:path'
import { readConfig, type Config } from '../api/src/config.ts'
import { build } from './build.ts'
import { saidFromRoot } from './places.ts'
import { freePort } from './ports.ts'
import { startPostgres } from './postgres.ts'
import { logOf } from './postgres/cluster.ts'
import { clusterHome } from './postgres/record.ts'
import { flagsFor, roomEnvironment } from './server-room.ts'
import { environmentOf, keepAddresses } from './start/environment.ts'
import { requireFree } from './start/free-ports.ts'
import type { Plan } from './start/keeper.ts'
import { ensureKek } from './start/kek.ts'
import { publishLocalBuilds, withdrawGone, type LocalReleases } from './start/local-releases.ts'
import { nodeProcess, type NodeProcess } from './start/node-process.ts'
import { letPortalHear, readPortal, type PortalOfDemo } from './start/portal-hears.ts'
import { openRecord, type Record } from './start/record.ts'
import { readSettings, type Databases, type Settings } from './start/settings.ts'
import { createTree, type Tree } from './start/tree.ts'

class Stopped extends Error {
  override readonly name = 'Stopped'
}

async function main(): Promise<void> {
  const settings = readSettings()
  const record = await openRecord(settings.dataDir)
  const tree = createTree(record.add)
  onTheWordToStop((word) => tree.bringDown(new Stopped(word)))
  try {
    const { staffUrl } = await bringUp(settings, record, tree)
    const { shellUrl, portalUrl } = settings
    console.log(`ready  shell ${shellUrl}  portal ${portalUrl}  staff ${staffUrl}`)
    process.send?.('ready')
    await once(tree.signal, 'abort')
  } catch (error) {
    // What was cut off by coming down fails in its own ways; why it came down is what matters.
    tree.bringDown(error as Error)
  } finally {
    record.stopping()
    await tree.close()
    record.close()
    // An open channel to whoever forked us would keep us here.
    if (process.connected) process.disconnect()
  }
  tree.signal.throwIfAborted()
}

/** A signal, or the end of whoever started us: a fork's parent, or the npm of `npm start`. */
function onTheWordToStop(stop: (word: string) => void): void {
  for (const word of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) {
    process.on(word, () => stop(word))
  }
  if (process.env['npm_lifecycle_event'] !== 'start') return
  const npm = process.ppid
  setInterval(() => process.ppid !== npm && stop('npm is gone'), 200).unref()
}

async function bringUp(settings: Settings, record: Record, tree: Tree): Promise<Config> {
  const { port, dataDir } = settings
  const config = readWholeConfig(settings)
  await requireFreePorts(settings)
  const [database] = await Promise.all([
    openDatabase(settings, tree),
    build({ signal: tree.signal }),
  ])
  const env = environmentOf(settings, database)
  const owner = { ...env, DATABASE_URL: database.owner }
  const start = (wanted: Pick<NodeProcess, 'name' | 'args' | 'flags' | 'env'>) =>
    tree.keep(nodeProcess({ ...wanted, logDir: join(dataDir, 'logs'), onSpawn: record.add }))
  const serve = (name: string, roles: string) =>
    start({
      name,
      args: ['api/src/server.ts', '--roles', roles],
      flags: flagsFor(roles),
      env: { ...roomEnvironment, ...env },
    })

  // Building takes its time, and somebody may have come meanwhile.
  await requireFreePorts(settings)
  await timed('migrate', tree.run(['api/src/server.ts', 'migrate'], owner))
  await Promise.all([
    serve('web', 'web,live'),
    serve('worker', 'worker'),
    settings.demo && timed('demo', tree.run(['api/seeds/demo.ts'], owner)),
  ])
  const releases: LocalReleases = {
    url: `http://localhost:${port}`,
    dataDir,
    makeToken: (module) => tree.run(['api/src/server.ts', 'module-token', module], owner),
  }
  await publishLocalBuilds(releases)
  await withdrawGone(releases)
  const portal = settings.demo ? readPortal(dataDir) : undefined
  await start({
    name: 'portal',
    args: ['shell/portal/server.ts'],
    env: portalEnvironment(settings, portal),
  })
  if (portal) await letPortalHear(releases.url, portal, dataDir)
  // What was asked of servers that come down has failed, and tells no more.
  tree.signal.throwIfAborted()
  keepAddresses(dataDir, config)
  return config
}

async function requireFreePorts({ port, portalPort }: Settings): Promise<void> {
  await requireFree(port, { of: 'the shell and the API' })
  await requireFree(portalPort, { of: "the partner's portal", host: '127.0.0.1' })
}

async function timed(name: string, work: Promise<unknown>): Promise<void> {
  const startedAt = performance.now()
  await work
  console.log(`${name.padEnd(9)}${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
}

/** The embedded server keeps its port when it is started again, so that every pool finds it. */
async function openDatabase(settings: Settings, tree: Tree): Promise<Databases> {
  if (settings.databases) return settings.databases
  const { dataDir } = settings
  const port = await freePort()
  if (!settings.hasKek) ensureKek(dataDir)
  let urls: Databases | undefined
  const plan: Plan = {
    name: 'postgres',
    get log() {
      return saidFromRoot(logOf({ home: clusterHome(dataDir) ?? dataDir }))
    },
    start: async () => {
      const { server, stop, urls: told } = await startPostgres({ dataDir, port, durable: true })
      urls = told
      const ended = once(server, 'exit').then(([code, by]) => String(by ?? `exit code ${code}`))
      return { ended, stop }
    },
  }
  await tree.keep(plan)
  if (!urls) throw new Error('the database told no addresses')
  return urls
}

/** Before anything is made: what a server would refuse later is said now, and all at once. */
function readWholeConfig(settings: Settings): Config {
  const nowhere = 'postgres://localhost'
  const database = settings.databases ?? { owner: nowhere, app: nowhere, worker: nowhere }
  const kek = settings.hasKek ? {} : { SONAQOR_KEK: Buffer.alloc(32).toString('base64') }
  return readConfig({ ...environmentOf(settings, database), ...kek })
}

/** The portal is somebody else's: like any partner's server it knows our address, and a key and a secret of its own. */
function portalEnvironment(settings: Settings, made: PortalOfDemo | undefined): NodeJS.ProcessEnv {
  const apiKey = settings.portalKey ?? made?.apiKey
  const secret = settings.portalSecret ?? made?.webhooks?.secret
  return {
    PATH: process.env['PATH'],
    PORTAL_PORT: String(settings.portalPort),
    SONAQOR_URL: settings.shellUrl,
    ...(apiKey ? { SONAQOR_API_KEY: apiKey } : {}),
    ...(secret ? { SONAQOR_WEBHOOK_SECRET: secret } : {}),
  }
}

await main().catch((error: Error) => {
  if (error instanceof Stopped) {
    console.log('stopped')
  } else {
    console.error(error.message)
    process.exitCode = 1
  }
})
