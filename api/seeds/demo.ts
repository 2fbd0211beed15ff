/**
 * `node api/seeds/demo.ts` brings the demo to life: its tenants, their people, apps and keys, and a
 * week of traffic, all through the real app with its clock moved. What is there already is kept, so
 * it runs at every start; a run that was cut off is made up for by the next one.
 */
import { join } from 'node:path'
import { clientOverHttp } from '@sonaqor/contract/over-http'
import knex, { type Knex } from 'knex'
import { readConfig, readOwnerUrl, type Config } from '../src/config.ts'
import { createClock, type Clock } from '../src/core/clock/index.ts'
import { foundTenant, hashPassword } from '../src/features/access/index.ts'
import { demoTenants, type DemoMember } from '../src/features/demo/index.ts'
import { enterAsAdmin, type Admin, type Surroundings } from './admins.ts'
import { beginNights, nightlyDays, nightlyLabel, type PassNights } from './broad-key.ts'
import { tellInbox } from './deliveries.ts'
import { readDemoFile, writeDemoFile, type DemoFile } from './demo-file.ts'
import { addGuest, addOrigin, countAsked, findDemoTenants, hasInbox, hasKey } from './demo.store.ts'
import { sendHistory, type PastApp } from './history.ts'
import { keepEndpoint, settleEndpoint } from './portal-endpoint.ts'
import { settle, settleApps, type SettledApp } from './settle.ts'

const dayMs = 24 * 3_600_000
const historyDays = 7

interface Addresses {
  readonly url: string
  readonly staffUrl: string
  readonly partnerPortalUrl: string
}

async function main(): Promise<void> {
  const config = readConfig()
  const path = join(process.env['SONAQOR_DATA_DIR'] || '.data', 'demo.json')
  const owner = knex({ client: 'pg', connection: readOwnerUrl(), pool: { min: 0, max: 1 } })
  try {
    const addresses = {
      url: config.publicUrl,
      staffUrl: config.staffUrl,
      partnerPortalUrl: `http://127.0.0.1:${config.port + 100}`,
    }
    const known = await readDemoFile(path)
    const ids = await findDemoTenants(owner)
    const isWhole = known?.tenants.length === demoTenants.length
    if (known && isWhole && known.tenants.every(({ id, name }) => ids.get(name) === id)) {
      await move({ config, owner, path }, known, addresses)
    } else {
      await writeDemoFile(path, await bringToLife(config, owner, addresses))
    }
  } finally {
    await owner.destroy()
  }
}

interface Seed {
  readonly config: Config
  readonly owner: Knex
  readonly path: string
}

/** The same demo may be started at other ports; its keys stay good, its addresses change. */
async function move({ config, owner, path }: Seed, known: DemoFile, to: Addresses): Promise<void> {
  const { url, staffUrl, partnerPortalUrl, portal } = known
  const isThere = url === to.url && staffUrl === to.staffUrl
  const isPortalThere = partnerPortalUrl === to.partnerPortalUrl
  if (isThere && isPortalThere && portal.webhooks !== undefined) return
  for (const { id } of known.tenants) await addOrigin(owner, id, to.partnerPortalUrl)
  const webhooks =
    isPortalThere && portal.webhooks !== undefined
      ? portal.webhooks
      : await inHouse(config, createClock(), (house) => {
          const place = { ...portal, ...to }
          return keepEndpoint(clientOverHttp(house, portal.apiKey), place, portal.webhooks)
        })
  await writeDemoFile(path, { ...known, ...to, portal: { ...portal, webhooks } })
}

/** Works through the real app, on a port of its own and by a clock that may be moved. */
async function inHouse<Made>(
  config: Config,
  clock: Clock,
  work: (url: string) => Promise<Made>,
): Promise<Made> {
  // Loaded here alone: most starts have no use for it.
  const { createApp } = await import('../src/app.ts')
  const house = await createApp({
    config: { ...config, host: '127.0.0.1', port: 0, logLevel: 'warn' },
    roles: ['web'],
    clock,
  })
  try {
    return await work(`http://127.0.0.1:${house.port}`)
  } finally {
    await house.stop()
  }
}

async function bringToLife(config: Config, owner: Knex, addresses: Addresses): Promise<DemoFile> {
  const clock = createClock()
  const until = clock.now()
  const since = new Date(until.getTime() - historyDays * dayMs)
  const longAgo = new Date(until.getTime() - nightlyDays * dayMs)
  clock.set(longAgo)
  const ids = await foundMissing(owner, { first: longAgo, others: since })
  return inHouse(config, clock, async (url) => {
    const passNights = await beginNightsOfFirst({ url, owner, clock }, ids, addresses)
    await passNights(since)
    clock.set(since)
    await visit(url)
    const admins: Admin[] = []
    const settled: SettledApp[][] = []
    const apps: PastApp[] = []
    for (const [place, tenant] of demoTenants.entries()) {
      const admin = await enterAsAdmin({ url, owner, clock }, tenant)
      const ofTenant = await settle(admin.api, tenant, addresses.partnerPortalUrl)
      const tenantId = ids.get(tenant.name) ?? ''
      const asked = await countAsked(owner, tenantId, nightlyLabel)
      admins.push(admin)
      settled.push(ofTenant)
      const [first] = ofTenant
      apps.push(
        ...ofTenant.map(({ id, name, keys }) => {
          const isBusy = place === 0 && name === first?.name
          return { keys, asked: asked.get(id) ?? 0, isBusy }
        }),
      )
    }
    const inSandbox = settled[0]?.find(({ environment }) => environment === 'sandbox')
    if (!inSandbox) throw new Error('the demo has no app in the sandbox')
    // By the key that moves it later: nobody turns one that gets more than they may read.
    const partner = clientOverHttp(url, inSandbox.keys.server)
    const webhooks = await settleEndpoint(partner, { appId: inSandbox.id, ...addresses })
    const [first] = demoTenants
    // A run that was cut off has told it already.
    const wasTold = await hasInbox(owner, ids.get(first?.name ?? '') ?? '', inSandbox.id)
    const meanwhile = wasTold ? undefined : await tellInbox(url, inSandbox.keys.server)
    await sendHistory({ url, clock, apps, since: clock.now(), until, upTo: passNights, meanwhile })
    await passNights(until)
    const { portal, ...demo } = describe(addresses, ids, admins, settled)
    return { ...demo, portal: { ...portal, webhooks } }
  })
}

const noNights: PassNights = () => Promise.resolve()

/** In a run that was cut off they have passed, and nobody knows the secret any more. */
async function beginNightsOfFirst(
  surroundings: Surroundings,
  ids: ReadonlyMap<string, string>,
  { partnerPortalUrl }: Addresses,
): Promise<PassNights> {
  const { url, owner, clock } = surroundings
  const [tenant] = demoTenants
  const tenantId = tenant && ids.get(tenant.name)
  if (!tenant || !tenantId || (await hasKey(owner, tenantId, nightlyLabel))) return noNights
  const { api } = await enterAsAdmin(surroundings, tenant)
  const [app] = await settleApps(api, tenant, partnerPortalUrl)
  return app ? beginNights({ url, clock, api, appId: app.id }) : noNights
}

interface Founded {
  readonly first: Date
  readonly others: Date
}

/** Those who have been there for so long came by since, or they would be the first to be asked whether they still belong. */
async function visit(url: string): Promise<void> {
  for (const { email, password, role } of demoTenants[0]?.members ?? []) {
    if (role !== 'admin') await clientOverHttp(url).auth.signIn({ body: { email, password } })
  }
}

async function foundMissing(owner: Knex, at: Founded): Promise<ReadonlyMap<string, string>> {
  const ids = new Map(await findDemoTenants(owner))
  for (const [place, { name, members }] of demoTenants.entries()) {
    if (ids.has(name)) continue
    const { id } = await foundTenant(
      owner,
      { name, members: await asDemo(members), demo: true },
      place === 0 ? at.first : at.others,
    )
    ids.set(name, id)
  }
  await invite(owner, ids, at.others)
  return ids
}

/** Their passwords are no secret, and would not be taken from anybody else. */
const asDemo = (members: readonly DemoMember[]) =>
  Promise.all(
    members.map(async (member) => ({
      ...member,
      passwordHash: await hashPassword(member.password),
    })),
  )

async function invite(owner: Knex, ids: ReadonlyMap<string, string>, at: Date): Promise<void> {
  for (const { name, guests = [] } of demoTenants) {
    for (const { email, role } of guests) {
      const home = demoTenants.find(({ members }) => members.some((one) => one.email === email))
      const [tenantId, homeId] = [ids.get(name), ids.get(home?.name ?? '')]
      if (tenantId && homeId) await addGuest(owner, tenantId, { email, role, homeId }, at)
    }
  }
}

function describe(
  addresses: Addresses,
  ids: ReadonlyMap<string, string>,
  admins: readonly Admin[],
  settled: readonly (readonly SettledApp[])[],
): DemoFile {
  const tenants = demoTenants.map(({ name, members }, place) => ({
    id: ids.get(name) ?? '',
    name,
    members: members.map(({ role, email, password }) => ({
      role,
      email,
      password,
      totpSecret: admins.find((admin) => admin.email === email)?.totpSecret ?? null,
    })),
    apps: (settled[place] ?? []).map((app) => ({
      id: app.id,
      name: app.name,
      environment: app.environment,
      apiKey: app.keys.server,
    })),
  }))
  const app = tenants.flatMap((tenant) => tenant.apps).find((one) => one.environment === 'sandbox')
  if (!app) throw new Error('the demo has no app for the portal')
  return { ...addresses, tenants, portal: { appId: app.id, apiKey: app.apiKey } }
}

await main()
