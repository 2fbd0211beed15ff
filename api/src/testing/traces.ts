import type { Pool } from 'pg'

/** The tables in which a word stands somewhere in a row, the queue's own among them. */
export async function tracesOf(db: Pool, word: string): Promise<string[]> {
  const { rows: tables } = await db.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('public', 'directory', 'pgboss')`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const query = `select 1 from ${name} t where t::text like $1 limit 1`
    if ((await db.query(query, [`%${word}%`])).rowCount) found.push(name)
  }
  return found
}
