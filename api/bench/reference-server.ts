/**
 * What the Partner API is held against: the same Koa and the same pool, with nothing around them.
 * `/bare/<tenant>/<app>` is one select; `/tenant/…` puts it into a transaction that row-level
 * security holds to its tenant, as cheaply as that can be done.
 */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import Koa from 'koa'
import { Pool } from 'pg'

const pool = new Pool({ connectionString: process.env['DATABASE_APP_URL'], max: 16 })
const select = 'select * from apps where tenant_id = $1 and id = $2'

async function bare(values: string[]): Promise<unknown> {
  return (await pool.query('select $1::text as tenant, $2::text as app', values)).rows[0]
}

async function inTenant(values: string[]): Promise<unknown> {
  const client = await pool.connect()
  try {
    await client.query(
      `begin read only; set local app.tenant_id = '${values[0]}'; set local app.environments = 'sandbox'`,
    )
    const { rows } = await client.query(select, values)
    await client.query('commit')
    return rows[0]
  } finally {
    client.release()
  }
}

const app = new Koa()
app.use(async (context) => {
  const [, kind, ...values] = context.path.split('/')
  context.body = kind === 'bare' ? await bare(values) : await inTenant(values)
})

const server = app.listen(0, '127.0.0.1')
await once(server, 'listening')
process.send?.({ port: (server.address() as AddressInfo).port })
process.once('disconnect', () => process.exit(0))
