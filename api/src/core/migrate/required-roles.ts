/** The migrations grant to roles that no migration can make: whoever owns a schema may make no logins. */
import type { Knex } from 'knex'

export const grantedRoles = ['sonaqor_app', 'sonaqor_worker'] as const

const runbook = 'storybook/handbook/runbooks/a-database-of-your-own.md'

/** Says what to do before anything is changed, instead of failing in the middle with a grant. */
export async function requireRoles(
  owner: Knex,
  roles: readonly string[] = grantedRoles,
): Promise<void> {
  const { rows } = await owner.raw<{ rows: { name: string }[] }>(
    'select rolname as name from pg_roles where rolname = any(?)',
    [[...roles]],
  )
  const known = new Set(rows.map(({ name }) => name))
  const missing = roles.filter((name) => !known.has(name))
  if (missing.length === 0) return
  const lines = missing.map((name) => `  create role ${name} login password '…';`)
  throw new Error(
    [
      `The schema is granted to ${missing.join(' and ')}, which this server does not know. As its superuser, run:`,
      ...lines,
      `and migrate again. All that a database needs is told in ${runbook}`,
    ].join('\n'),
  )
}
