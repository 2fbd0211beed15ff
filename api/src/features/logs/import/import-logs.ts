/** `npm run logs:import`: somebody's own access logs, into the log of one app. */
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { logDaysKept, logDaysKeptOn } from '@sonaqor/contract/log-retention'
import { ConfigError, readOwnerUrl } from '../../../config.ts'
import { systemPrincipal } from '../../../core/access/index.ts'
import type { Command } from '../../../core/feature/index.ts'
import type { Foundation } from '../../../core/foundation/index.ts'
import { openOwner } from '../../../core/migrate/index.ts'
import { createLogWriter } from '../write/log-writer.ts'
import type { LogStore } from '../logs.store.ts'
import { firstDayKept } from '../retention/retention.store.ts'
import { sizeOf } from './file-bytes.ts'
import { importFile, type Imported } from './import-file.ts'
import { appsThere, tenantsNamed, type AppFound, type TenantFound } from './imports.store.ts'
import { createRemarks } from './remarks.ts'
import type { LogLine } from '../write/log-line.ts'

const usage = 'logs:import -- <file> --app <id> | --tenant <name or id> [--keep <days>]'
const daysMax = Math.max(...Object.values(logDaysKept))
const dayMs = 24 * 3_600_000

interface ImportParts {
  readonly store: LogStore
  /** Where all tenants are seen. */
  readonly ownerUrl?: () => string
  /** Hears how far it is, and of each line that is not imported as it stands. */
  readonly say?: (line: string) => void
}

const toTerminal = (line: string) => process.stderr.write(`${line}\n`)

export const importLogs =
  ({ store, ownerUrl = readOwnerUrl, say = toTerminal }: ImportParts): Command =>
  async (foundation, values) => {
    const asked = askedOf(values)
    const size = await sizeOf(asked.path)
    const { tenant, app } = await targetOf(foundation, ownerUrl(), asked)
    const house = systemPrincipal('importing logs', tenant.id, app.environment)
    const { scopes, clock, log } = foundation
    const planKeepsFrom = await scopes.run(house, firstDayKept)
    const keptUntil =
      asked.keep === null ? null : new Date(clock.now().getTime() + asked.keep * dayMs)
    const audit = (so: object) =>
      scopes.run(house, async (scope) => {
        const { id: target, environment } = app
        const after = { file: basename(asked.path), keptTill: keptUntil?.toISOString(), ...so }
        scope.audit({ action: 'logs.imported', target, environment, appId: target, after })
      })
    // One that ends in the middle has left an entry as well.
    await audit({ begun: true })
    const own = new Set<string>()
    const append = async (some: readonly LogLine[]) => {
      await store.append(some)
      for (const { id } of some) own.add(id)
    }
    const writer = createLogWriter({ ...store, append }, log)
    const began = performance.now()
    const remarks = createRemarks(say)
    let areAllNamed = true
    const imported = await importFile(foundation, {
      path: asked.path,
      of: { tenantId: tenant.id, appId: app.id, environment: app.environment },
      planKeepsFrom,
      keptUntil,
      makeRoom: store.makeRoom,
      writer,
      // Each is asked for once.
      isOwn: (id) => own.delete(id),
      told: ({ read }, bytes) => {
        const perSecond = Math.round((read * 1000) / (performance.now() - began))
        say(
          `${read} lines, ${Math.floor((bytes * 100) / Math.max(size, 1))} %, ${perSecond} a second`,
        )
      },
      remark: remarks.add,
    }).finally(() => {
      areAllNamed = remarks.end()
    })
    const { read, kept, there, tooOld, unreadable } = imported
    await audit({ read, kept, there, tooOld, unreadable })
    const words = wordsOf(imported, {
      tenant,
      app,
      keep: asked.keep,
      path: asked.path,
      areAllNamed,
    })
    if (unreadable > 0 && unreadable === read - imported.blank) {
      throw new ConfigError([...words, 'No line of the file could be read.'].join('\n'))
    }
    return words.join('\n')
  }

interface Asked {
  readonly path: string
  readonly app: string | undefined
  readonly tenant: string | undefined
  readonly keep: number | null
}

function askedOf(values: readonly string[]): Asked {
  const option = { type: 'string' } as const
  try {
    const { positionals, values: named } = parseArgs({
      args: [...values],
      allowPositionals: true,
      options: { app: option, tenant: option, keep: option },
    })
    const [file, ...more] = positionals
    const { app, tenant } = named
    const keep = named.keep === undefined ? null : Number(named.keep)
    const isKeep = keep === null || (Number.isInteger(keep) && keep >= 1 && keep <= daysMax)
    if (!file || more.length > 0 || (!app && !tenant) || !isKeep) throw new ConfigError(usage)
    return { path: resolve(file), app: app?.toLowerCase(), tenant, keep }
  } catch {
    throw new ConfigError(`${usage}, of which the days are at most ${daysMax}`)
  }
}

interface Target {
  readonly tenant: TenantFound
  readonly app: AppFound
}

/** The app that is named, or the one that the tenant has. */
async function targetOf(
  foundation: Foundation,
  ownerUrl: string,
  { app, tenant }: Asked,
): Promise<Target> {
  const owner = openOwner(ownerUrl, 1)
  const tenants = await tenantsNamed(owner, tenant).finally(() => owner.destroy())
  const found: Target[] = []
  for (const one of tenants) {
    const house = systemPrincipal('importing logs', one.id)
    const there = await foundation.scopes.run(house, appsThere, { readOnly: true })
    found.push(...there.map((its) => ({ tenant: one, app: its })))
  }
  const wanted = found.filter(({ app: { id } }) => app === undefined || id === app)
  const [only, ...others] = wanted
  if (only && others.length === 0) return only
  if (tenants.length === 0) throw new ConfigError(`There is no tenant ${tenant}.`)
  const choice = (only ? wanted : tenant === undefined ? [] : found).map(
    ({ app: { id, name, environment } }) => `  --app ${id}  ${name}, ${environment}`,
  )
  const fault = only ? 'The tenant has several apps. Say which one:' : 'There is no such app.'
  throw new ConfigError([fault, ...choice].join('\n'))
}

interface Frame extends Target {
  readonly path: string
  readonly keep: number | null
  readonly areAllNamed: boolean
}

function wordsOf(so: Imported, { tenant, app, keep, path, areAllNamed }: Frame): string[] {
  const days = logDaysKeptOn(tenant.plan)
  const named = areAllNamed ? 'named above' : 'the first named above'
  return [
    `read        ${lines(so.read)} of ${basename(path)}`,
    `imported    ${lines(so.kept)} into ${app.name} of ${tenant.name}, ${app.environment}, found by key:imported`,
    so.first && so.last && `times       ${so.first.toISOString()} to ${so.last.toISOString()}`,
    so.there && `known       ${lines(so.there)}, imported before and left as they are`,
    so.tooOld &&
      `too old     ${lines(so.tooOld)}, not imported: the plan ${tenant.plan} keeps ${days} days, and the coming night would forget them. With --keep <days> they are kept for so many days from now.`,
    so.kept && 'left out    of each line: the name of the user, and what a format of your own adds',
    so.kept && keep && `kept        what the plan would forget, for ${keep} days from now`,
    so.blank && `blank       ${lines(so.blank)}`,
    so.unreadable && `unreadable  ${lines(so.unreadable)}, ${named} by their numbers`,
    so.taken.cut &&
      `cut short   ${lines(so.taken.cut)}, imported with what there is of them, ${named}`,
    so.taken.report &&
      `reports     ${lines(so.taken.report)} tell no request but the state of an NGINX Plus: each is imported as the answer to GET /status at its time, with the address of that server`,
  ].filter((line) => typeof line === 'string')
}

const lines = (count: number) => `${count} ${count === 1 ? 'line' : 'lines'}`
