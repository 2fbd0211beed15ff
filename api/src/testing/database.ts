/** A database for each world: cloned in a moment from one that was migrated once. */
import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Client } from 'pg'

const api = fileURLToPath(new URL('../..', import.meta.url))

/** Held while roles and template are made, so that test files that begin together do it once. */
const lockKey = 5_201_002
const password = 'world'

export interface WorldDatabase {
  readonly adminUrl: string
  readonly ownerUrl: string
  readonly appUrl: string
  readonly workerUrl: string
  drop(): Promise<void>
}

export async function cloneDatabase(): Promise<WorldDatabase> {
  const template = await ensureTemplate()
  const name = `world_${randomBytes(6).toString('hex')}`
  await asAdmin((admin) =>
    admin.query(
      `create database ${name} template ${template} strategy file_copy owner world_owner`,
    ),
  )
  return {
    adminUrl: urlOf(name),
    ownerUrl: urlOf(name, 'world_owner'),
    appUrl: urlOf(name, 'world_app'),
    workerUrl: urlOf(name, 'world_worker'),
    drop: () =>
      asAdmin(async (admin) => {
        await admin.query(`drop database ${name} with (force)`)
      }),
  }
}

function ensureTemplate(): Promise<string> {
  return asAdmin(async (admin) => {
    const template = `world_template_${await schemaHash()}`
    await admin.query('select pg_advisory_lock($1)', [lockKey])
    await ensureRoles(admin)
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [
      template,
    ])
    if (rowCount === 0) await makeTemplate(admin, template)
    return template
  })
}

async function makeTemplate(admin: Client, template: string): Promise<void> {
  const half = `${template}_half`
  await admin.query(`drop database if exists ${half} with (force)`)
  await admin.query(`create database ${half} owner world_owner`)
  await promisify(execFile)(process.execPath, [`${api}/src/server.ts`, 'migrate'], {
    env: { ...process.env, DATABASE_URL: urlOf(half, 'world_owner') },
  })
  await admin.query(`alter database ${half} rename to ${template}`)
}

/**
 * The product's logins are granted to logins of the worlds, which inherit what they may and nothing
 * else; passwords of the product are not touched.
 */
async function ensureRoles(admin: Client): Promise<void> {
  const roles = ['owner', 'app', 'worker'] as const
  const { rows } = await admin.query<{ rolname: string }>('select rolname from pg_roles')
  const known = new Set(rows.map(({ rolname }) => rolname))
  for (const role of roles) {
    if (!known.has(`sonaqor_${role}`)) await admin.query(`create role sonaqor_${role} nologin`)
    if (known.has(`world_${role}`)) continue
    const inherits = role === 'owner' ? '' : `in role sonaqor_${role}`
    await admin.query(`create role world_${role} login password '${password}' ${inherits}`)
  }
}

async function schemaHash(): Promise<string> {
  const hash = createHash('sha256')
  const names = (await readdir(`${api}/migrations`)).toSorted()
  const files = names.map((name) => `${api}/migrations/${name}`)
  for (const file of [...files, `${api}/src/core/database/tenant-table.ts`]) {
    hash.update(await readFile(file))
  }
  return hash.digest('hex').slice(0, 12)
}

function urlOf(database: string, role?: string): string {
  const admin = process.env['TEST_DATABASE_ADMIN_URL']
  if (!admin) throw new Error('TEST_DATABASE_ADMIN_URL must name the cluster of the tests')
  const url = new URL(admin)
  url.pathname = `/${database}`
  if (role) Object.assign(url, { username: role, password })
  return url.href
}

async function asAdmin<T>(work: (admin: Client) => Promise<T>): Promise<T> {
  const admin = new Client({ connectionString: urlOf('postgres') })
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}
