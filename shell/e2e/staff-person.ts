/** Somebody of Sonaqor's staff, made as whoever runs the house makes the first of them. */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { fileURLToPath } from 'node:url'

export interface StaffPerson {
  readonly name: string
  readonly email: string
  /** Where they set their password, once. */
  readonly link: string
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A new one each time; the journeys of two devices do not sign each other out. */
export async function foundStaff(name: string, staffUrl: string): Promise<StaffPerson> {
  const email = `${name.toLowerCase().replaceAll(/\W/g, '-')}-${Date.now()}@sonaqor.example`
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['api/src/server.ts', 'found-staff', name, email],
    { cwd: root, env: { ...process.env, ...(await logins()), STAFF_URL: staffUrl } },
  )
  return { name, email, link: /^password {2}(\S+)/m.exec(stdout)?.[1] ?? '' }
}

/** Of the database that the product has brought along. */
async function logins(): Promise<Record<string, string>> {
  const data = process.env['SONAQOR_DATA_DIR'] ?? '.data'
  const { home, passwords } = JSON.parse(await readFile(join(data, 'database.json'), 'utf8')) as {
    readonly home: string
    readonly passwords: Readonly<Record<'owner' | 'app' | 'worker', string>>
  }
  const port = (await readFile(join(data, home, 'data', 'postmaster.pid'), 'utf8')).split('\n')[3]
  const login = (who: keyof typeof passwords) =>
    `postgres://sonaqor_${who}:${passwords[who]}@127.0.0.1:${port}/sonaqor`
  return {
    DATABASE_URL: login('owner'),
    DATABASE_APP_URL: login('app'),
    DATABASE_WORKER_URL: login('worker'),
    SONAQOR_KEK_FILE: join(data, 'kek'),
  }
}
