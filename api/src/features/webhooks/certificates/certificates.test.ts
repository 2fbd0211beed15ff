/** WH-8: who we are to a receiver is set and replaced in one call, and its key is seen by nobody again. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { App } from '@sonaqor/contract/apps'
import type { Client } from '@sonaqor/contract/client'
import { systemPrincipal } from '../../../core/access/index.ts'
import type { OpenFoundation } from '../../../core/house/index.ts'
import type { WorldTenant } from '../../../testing/builders.ts'
import { quietEndpoint } from '../../../testing/every-endpoint.ts'
import { openFoundationOf } from '../../../testing/foundation.ts'
import { refusalOf } from '../../../testing/partner.ts'
import { joinWorld } from '../../../testing/shared-world.ts'
import { inDays, issue, type Issued } from '../../../testing/webhooks/certificates.ts'
import type { World } from '../../../testing/world.ts'
import { certificateJobs } from '../endpoints/certificate-notices.jobs.ts'

let world: World
let foundation: OpenFoundation
let acme: WorldTenant
let webhooks: Client['webhooks']
let app: App
let appId: string
let id: string

beforeAll(async () => {
  world = await joinWorld()
  foundation = await openFoundationOf(world)
  acme = await world.tenant('Shows who it is', { roles: ['owner', 'developer', 'viewer'] })
  ;({ webhooks } = world.as(await acme.member()))
  app = await acme.app()
  appId = app.id
})
beforeEach(async () => {
  ;({ id } = await webhooks.createEndpoint({ body: quietEndpoint(appId) }))
})
afterAll(async () => {
  await foundation?.close()
  await world?.stop()
})

const bodyOf = ({ certificate, privateKey }: Issued) => ({ certificate, privateKey })
const set = (issued: Issued = issue()) =>
  webhooks.setCertificate({ params: { id }, body: bodyOf(issued) })
const rows = async () =>
  (await world.db.query('select * from webhook_certificates where endpoint_id = $1', [id])).rows

test('WH-8 who could not read what an endpoint gets does not say as whom we come there', async () => {
  const key = await acme.key({ app, scopes: ['webhooks:read', 'webhooks:write'] })
  const setting = world.as(key).webhooks.setCertificate({ params: { id }, body: bodyOf(issue()) })
  expect(await refusalOf(setting)).toMatchObject({ status: 403, scope: 'keys:read' })
  expect(await rows()).toEqual([])
})

test('WH-8 it is for addresses of https alone, and keeps its endpoint at its origin', async () => {
  const plain = 'http://127.0.0.1:9/hooks'
  const { id: open } = await webhooks.createEndpoint({
    body: { ...quietEndpoint(appId), url: plain },
  })
  const refused = webhooks.setCertificate({ params: { id: open }, body: bodyOf(issue()) })
  expect(await refusalOf(refused)).toMatchObject({
    status: 409,
    detail: expect.stringContaining('over https alone'),
    errors: [{ pointer: '#/certificate' }],
  })
  await set()
  const moved = () => webhooks.updateEndpoint({ params: { id }, body: { url: plain } })
  expect(await refusalOf(moved())).toMatchObject({ status: 409, errors: [{ pointer: '#/url' }] })
  const elsewhere = { params: { id }, body: { url: 'https://127.0.0.1:8/hooks' } }
  expect(await refusalOf(webhooks.updateEndpoint(elsewhere))).toMatchObject({
    status: 409,
    detail: expect.stringContaining('put there for https://'),
    errors: [{ pointer: '#/url' }],
  })
  await webhooks.removeCertificate({ params: { id } })
  expect(await moved()).toMatchObject({ url: plain, certificate: null })
})

test('WH-8 what is wrong with it is told at its field, and nothing of it is kept', async () => {
  const body = { certificate: issue().certificate, privateKey: issue().privateKey }
  expect(await refusalOf(webhooks.setCertificate({ params: { id }, body }))).toMatchObject({
    status: 422,
    errors: [{ pointer: '#/privateKey', detail: expect.stringContaining('another one') }],
  })
  expect(await rows()).toEqual([])
})

test('WH-8 it is shown without its key, replaced in one call, and removed', async () => {
  const first = await set(issue({ name: 'first' }))
  expect(first).toMatchObject({
    revision: 2,
    certificate: { subject: 'CN=first', key: 'EC P-256' },
  })
  const { certificate } = await set(issue({ name: 'second', until: inDays(20) }))
  const listed = await webhooks.listEndpoints({ query: { appId } })
  expect(listed.data.find((one) => one.id === id)?.certificate).toEqual(certificate)
  expect(certificate).toMatchObject({ subject: 'CN=second', certificates: 1 })
  expect(await rows()).toHaveLength(1)
  const stale = { params: { id }, ifMatch: 2 }
  expect(await refusalOf(webhooks.removeCertificate(stale))).toMatchObject({ status: 412 })
  const removed = await webhooks.removeCertificate({ params: { id } })
  expect(removed).toMatchObject({ certificate: null, revision: 4 })
  expect(await webhooks.removeCertificate(stale)).toMatchObject({ certificate: null, revision: 4 })
  expect(await rows()).toEqual([])
})

test('WH-8 with another certificate, or with none, it is tried anew however long it was to be left alone', async () => {
  const wakes = async () => {
    const gone = 'delete from webhook_wakes where endpoint_id = $1 returning is_afresh'
    return (await world.db.query(gone, [id])).rows
  }
  await wakes()
  await set()
  expect(await wakes()).toContainEqual({ is_afresh: true })
  await webhooks.removeCertificate({ params: { id } })
  expect(await wakes()).toContainEqual({ is_afresh: true })
})

test('WH-8 with its endpoint its key is gone', async () => {
  await set()
  await webhooks.deleteEndpoint({ params: { id } })
  expect(await rows()).toEqual([])
})

test('WH-8 its key stands nowhere but sealed, whoever set it and however', async () => {
  const issued = issue()
  const key = await acme.key({ app })
  const call = { params: { id }, body: bodyOf(issued), idempotencyKey: 'once' }
  const { certificate } = await world.as(key).webhooks.setCertificate(call)
  await world.as(key).webhooks.setCertificate(call)
  const { rows: told } = await world.db.query(
    `select action, after from audit_entries where target = $1 order by sequence`,
    [id],
  )
  expect(told.map(({ action }) => action)).toEqual(['webhooks.created', 'webhooks.certificate-set'])
  expect(told[1].after.certificate).toEqual(certificate)
  // Of the lines of a PEM the second is of no other key.
  const line = issued.privateKey.split('\n')[2]!
  const { rows: tables } = await world.db.query(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  )
  expect(tables.map(({ name }) => name)).toContain('public.webhook_certificates')
  const inHex = Buffer.from(line).toString('hex')
  for (const { name } of tables) {
    const found = await world.db.query(
      `select 1 from ${name} t where position($1 in t::text) > 0 or position($2 in t::text) > 0`,
      [line, inHex],
    )
    expect([name, found.rowCount]).toEqual([name, 0])
  }
})

/** As if so long had gone by, and the clock had come round. */
async function pass(days: number): Promise<void> {
  await world.db.query(
    `update webhook_certificates set valid_until = valid_until - $2 * interval '1 day',
       tell_at = tell_at - $2 * interval '1 day' where endpoint_id = $1`,
    [id, days],
  )
  const house = systemPrincipal('webhooks', acme.id)
  for (const { run } of certificateJobs) {
    await foundation.scopes.run(house, (scope) => run(scope, {}))
  }
}

async function notices(): Promise<{ role: string; kind: string; days: number | null }[]> {
  const { rows: told } = await world.db.query(
    `select m.role, n.kind, (n.params ->> 'days')::integer as days from notifications n
     join members m on m.tenant_id = n.tenant_id and m.id = n.member_id
     where n.params ->> 'endpointId' = $1 order by n.id, m.role`,
    [id],
  )
  return told
}

test('WH-8 who runs receivers is told 30, 7 days and one day before it ends, and that it has, once each', async () => {
  await set(issue({ until: inDays(40) }))
  await pass(9)
  expect(await notices()).toEqual([])
  for (const days of [1.5, 0.1, 22.9, 6, 1, 3]) await pass(days)
  const told = await notices()
  expect(told.filter(({ role }) => role === 'owner')).toMatchObject([
    { kind: 'webhooks.certificate-expiring', days: 30 },
    { kind: 'webhooks.certificate-expiring', days: 7 },
    { kind: 'webhooks.certificate-expiring', days: 1 },
    { kind: 'webhooks.certificate-expired', days: null },
  ])
  expect(told).toHaveLength(8)
  expect(new Set(told.map(({ role }) => role))).toEqual(new Set(['owner', 'developer']))
  const { rows: entries } = await world.db.query(
    `select after from audit_entries where target = $1 and action = 'webhooks.certificate-reminded'
     order by sequence`,
    [id],
  )
  expect(entries.map(({ after }) => [after.days, after.told])).toEqual([
    [30, 2],
    [7, 2],
    [1, 2],
    [0, 2],
  ])
})

test('WH-8 of one that was replaced in time, or is gone with its endpoint, nobody is told', async () => {
  await set(issue({ until: inDays(8) }))
  await set(issue({ until: inDays(90) }))
  await pass(8)
  expect(await notices()).toEqual([])
  await webhooks.deleteEndpoint({ params: { id } })
  await pass(75)
  expect(await notices()).toEqual([])
})
