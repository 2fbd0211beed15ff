/** LG-6 EM-5: a partner's page takes the logs of its app away, as far as its session may see them. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { ExportLink } from '@sonaqor/contract/exports'
import type { Job } from '@sonaqor/contract/jobs'
import type { LogEntry } from '@sonaqor/contract/logs'
import { writeLines } from '../../testing/log-lines.ts'
import { codeOf, createPartner, portal, user, type Partner } from '../../testing/partner.ts'
import type { Holder } from '../../testing/transport.ts'
import { until } from '../../testing/until.ts'
import { startWorld, type OwnWorld } from '../../testing/world.ts'

const scopes = ['logs:read', 'jobs:read', 'jobs:run']

let world: OwnWorld
let partner: Partner

beforeAll(async () => {
  world = await startWorld({ worker: true, env: { SONAQOR_LIMIT_FACTOR: '10000' } })
  partner = await createPartner(world, 'Exporting')
})
afterAll(() => world?.stop())

const ask = (as: Holder, path: string, json?: object) =>
  world.ask(`/v1${path}`, { as, headers: { origin: portal }, ...(json ? { json } : {}) })

const post = (as: Holder, path: string) =>
  world.ask(`/v1${path}`, { as, headers: { origin: portal }, method: 'POST' })

const start = (as: Holder, body: object = { of: 'logs', format: 'jsonl' }) =>
  ask(as, '/exports', body)

async function ended(as: Holder, id: string): Promise<Job> {
  let job: Job | undefined
  await until(async () => {
    job = (await (await ask(as, `/jobs/${id}`)).json()) as Job
    return job.finishedAt !== null
  })
  return job!
}

test('LG-6 EM-5 it gets the lines of its app alone, by a link, in the name of its user', async () => {
  const { key, tenant } = partner
  const other = await tenant.key({ environment: 'sandbox' })
  for (const { id: keyId, appId, prefix: keyPrefix } of [key, other]) {
    const whose = { tenantId: tenant.id, appId, keyId, keyPrefix }
    await writeLines(world, { ...whose, count: 20, from: new Date(Date.now() - 3_600_000) })
  }
  const page = await partner.enter({ scopes })
  const asked = await start(page, { of: 'logs', format: 'jsonl', filter: { q: 'path:/v1*' } })
  expect(asked.status).toBe(201)
  const { id } = (await asked.json()) as Job
  expect((await ended(page, id)).state).toBe('done')
  const made = await post(page, `/exports/${id}/link`)
  const { path, sha256 } = (await made.json()) as ExportLink
  const file = await (await world.ask(path)).text()
  const lines = file.split('\n').filter(Boolean)
  const apps = new Set(lines.map((line) => (JSON.parse(line) as LogEntry).appId))
  expect(apps).toEqual(new Set([key.appId]))
  const manifest = await (await ask(page, `/exports/${id}`)).json()
  expect(manifest).toMatchObject({ rows: lines.length, sha256 })
  const { rows } = await world.db.query(
    `select action, actor from audit_entries where target = $1 order by sequence`,
    [id],
  )
  const actor = {
    kind: 'embed',
    name: user.name,
    embed: { userRef: user.ref, key: { id: key.id } },
  }
  expect(rows).toMatchObject([
    { action: 'exports.started', actor },
    { action: 'exports.made' },
    { action: 'exports.downloaded', actor },
  ])
})

describe('what is refused', () => {
  test('EM-5 whatever the session lacks the scope of', async () => {
    const page = await partner.enter({ scopes: ['jobs:read', 'jobs:run'] })
    const answer = await start(page)
    expect([answer.status, await answer.json()]).toMatchObject([403, { scope: 'logs:read' }])
    const audit = await start(await partner.enter({ scopes }), { of: 'audit' })
    expect([audit.status, await audit.json()]).toMatchObject([403, { scope: 'audit:read' }])
    const { id } = await world.as(partner.key).exports.start({ body: { of: 'logs' } })
    expect((await ended(page, id)).state).toBe('done')
    expect((await ask(page, `/exports/${id}`)).status).toBe(403)
    expect((await post(page, `/exports/${id}/link`)).status).toBe(403)
  })

  test('EM-11 a session that is locked to some customers, which an export knows nothing of', async () => {
    const page = await partner.enter({ scopes, filters: { masked: true } })
    expect(await codeOf(await start(page))).toEqual([403, 'forbidden'])
  })

  test('EM-2 a link that is followed once the session of its page has ended', async () => {
    const { id: sessionId, clientSecret } = await partner.open({ scopes })
    const page = (await (await partner.exchange(clientSecret)).json()) as Holder
    const { id } = (await (await start(page)).json()) as Job
    expect((await ended(page, id)).state).toBe('done')
    const { path } = (await (await post(page, `/exports/${id}/link`)).json()) as ExportLink
    expect((await world.ask(path, { method: 'HEAD' })).status).toBe(200)
    await world.as(partner.key).embeds.revokeSession({ params: { id: sessionId } })
    expect(await codeOf(await world.ask(path))).toEqual([401, 'unauthenticated'])
  })

  test('LG-6 the file itself, which a page gets by no credential of its own', async () => {
    const page = await partner.enter({ scopes })
    const { id } = (await (await start(page)).json()) as Job
    expect((await ended(page, id)).state).toBe('done')
    expect(await codeOf(await ask(page, `/exports/${id}/file`))).toEqual([403, 'forbidden'])
  })
})
