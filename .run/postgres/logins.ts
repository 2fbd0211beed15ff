/** The logins of the product, and the database they share. */
import { Client } from 'pg'

/**
 * The owner migrates and owns every table. The app and the worker own nothing and pass by no row
 * policy: what they may do is what the migrations grant them.
 */
const logins = ['owner', 'app', 'worker'] as const
export type Login = (typeof logins)[number]

export const databaseName = 'sonaqor'
export const roleOf = (login: Login): string => `sonaqor_${login}`

/** Brings logins and database to what they should be. Safe to repeat: a start may be interrupted. */
export async function ensureLogins(
  adminUrl: string,
  passwords: Readonly<Record<Login, string>>,
): Promise<void> {
  const admin = new Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    const roles = await namesIn(admin, 'select rolname as name from pg_roles')
    for (const login of logins) {
      const verb = roles.has(roleOf(login)) ? 'alter' : 'create'
      const password = admin.escapeLiteral(passwords[login])
      await admin.query(
        `${verb} role ${roleOf(login)} login nosuperuser nocreaterole nocreatedb nobypassrls password ${password}`,
      )
    }
    const databases = await namesIn(admin, 'select datname as name from pg_database')
    if (!databases.has(databaseName)) {
      await admin.query(`create database ${databaseName} owner ${roleOf('owner')}`)
    }
  } finally {
    await admin.end()
  }
}

async function namesIn(admin: Client, query: string): Promise<Set<string>> {
  const { rows } = await admin.query<{ name: string }>(query)
  return new Set(rows.map((row) => row.name))
}
