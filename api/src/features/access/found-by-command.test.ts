import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startWorld, type OwnWorld } from '../../testing/world.ts'

const server = fileURLToPath(new URL('../../server.ts', import.meta.url))
let world: OwnWorld
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const run = (...values: readonly string[]) =>
  promisify(execFile)(process.execPath, [server, 'found-tenant', ...values], {
    env: { ...world.env, DATABASE_URL: world.ownerUrl },
  })

test('XC-4 whoever is named as its owner gets into a new tenant with the password that is told', async () => {
  const { stdout } = await run('Harbour? Bank', 'Ada Marsh', 'Ada@harbour.test')
  const password = /^password {2}(\S+)/m.exec(stdout)?.[1] ?? ''
  const { me } = await world.as(null).auth.signIn({ body: { email: 'ada@harbour.test', password } })
  expect(me).toMatchObject({ role: 'owner', tenant: { name: 'Harbour? Bank' } })
  const { rows } = await world.db.query(
    `select sequence::integer, actor ->> 'name' as by, target, after from audit_entries
     where tenant_id = $1 and action = 'tenants.founded'`,
    [me.tenant.id],
  )
  const founded = { sequence: 1, target: me.tenant.id, after: { name: 'Harbour? Bank' } }
  expect(rows).toEqual([{ ...founded, by: 'Sonaqor' }])
})

test.each([
  [[]],
  [['Harbour Bank']],
  [['Harbour Bank', 'Ada Marsh', 'no address']],
  [['Harbour Bank', 'Ada Marsh', 'ada@harbour']],
])('what is said incompletely is answered with what to say: %j', async (values) => {
  await expect(run(...values)).rejects.toMatchObject({
    stderr: expect.stringContaining('found-tenant "<tenant>"'),
  })
})
