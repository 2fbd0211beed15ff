/** WH-4 LG-8: the deliveries of a filter as a file, a row each, never cut and without what was sent. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Delivery } from '@sonaqor/contract/webhook-deliveries'
import { writeDeliveries } from '../../testing/webhooks/deliveries.ts'
import { quietEndpoint } from '../../testing/every-endpoint.ts'
import { ExportWorld, sha256 } from '../../testing/export-world.ts'
import { refusalOf } from '../../testing/partner.ts'
import { pagesIn } from '../../testing/pdf-pages.ts'

let of: ExportWorld
let endpointId: string

beforeAll(async () => {
  of = await ExportWorld.start()
})
beforeEach(async () => {
  await of.begin()
  const app = await of.tenant.app()
  endpointId = (await of.api.webhooks.createEndpoint({ body: quietEndpoint(app.id) })).id
})
afterAll(() => of?.stop())

const linesOf = (file: Buffer) => file.toString().trimEnd().split('\n')

test('WH-4 whoever may not see deliveries exports none, and nobody finds what stands in a payload by it', async () => {
  const analyst = await (await of.world.tenant('Theirs')).member('analyst')
  const start = of.world.as(analyst).exports.start({ body: { of: 'deliveries' } })
  expect(await refusalOf(start)).toMatchObject({ status: 403, scope: 'webhooks:read' })
  const guess = { of: 'deliveries', filter: { field: 'data.customer', value: 'Ada' } }
  expect((await of.world.ask('/v1/exports', { as: of.owner, json: guess })).status).toBe(422)
})

test('WH-4 LG-8 all deliveries of the filter are in the file, the newest first, and the audit log has it', async () => {
  const old = new Date(Date.now() - 60 * 86_400_000)
  const made = await writeDeliveries(of.world, { endpointId, count: 1200, from: old })
  await writeDeliveries(of.world, { endpointId, count: 7, state: 'failed', status: 500 })
  const filter = { endpointId, state: 'delivered' } as const
  const size = await of.api.exports.measure({ body: { of: 'deliveries', filter } })
  expect(size).toEqual({ rows: 1200, isAtLeast: false })
  const job = await of.made({ of: 'deliveries', format: 'jsonl', filter })
  expect(job).toMatchObject({ state: 'done', about: { of: 'deliveries' }, total: 1200 })
  const file = await of.download(job.id)
  const rows = linesOf(file).map((line) => JSON.parse(line) as Delivery)
  expect(rows.map(({ id }) => id)).toEqual(made.map(({ id }) => id).toReversed())
  expect(file.toString()).not.toMatch(/payload|of the receiver/)
  expect(await of.api.exports.show({ params: { id: job.id } })).toMatchObject({
    rows: 1200,
    sha256: sha256(file),
  })
  const { data } = await of.api.audit.search({ query: { target: job.id } })
  expect(data.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['exports.started', 'exports.made', 'exports.downloaded']),
  )
})

test('WH-4 as CSV each delivery is a line with the same cells as its row', async () => {
  const [made] = await writeDeliveries(of.world, {
    endpointId,
    count: 1,
    status: 503,
    state: 'failed',
  })
  const job = await of.made({
    of: 'deliveries',
    format: 'csv',
    filter: { endpointId, state: 'failed' },
  })
  const [head, line] = linesOf(await of.download(job.id))
  const cells = Object.fromEntries(
    head!.split(',').map((name, place) => [name, line!.split(',')[place]]),
  )
  expect(cells).toMatchObject({
    id: made!.id,
    eventId: made!.eventId,
    state: 'failed',
    lastStatus: '503',
    isTest: 'false',
  })
})

test('WH-4 of what waits a file says when it can be sent and what holds it back, as its list does', async () => {
  await writeDeliveries(of.world, { endpointId, count: 1, state: 'waiting' })
  await of.world.db.query(
    `insert into webhook_lanes (tenant_id, environment, endpoint_id, not_before, pauses)
     select tenant_id, environment, id, now() + interval '1 h', 1 from webhook_endpoints where id = $1
     on conflict (tenant_id, endpoint_id) do update
       set not_before = excluded.not_before, pauses = excluded.pauses`,
    [endpointId],
  )
  const filter = { endpointId }
  const listed = (await of.api.webhooks.listDeliveries({ query: filter })).data[0]!
  expect(listed.heldBackUntil).not.toBeNull()
  const job = await of.made({ of: 'deliveries', format: 'jsonl', filter })
  const [line = ''] = linesOf(await of.download(job.id))
  expect(JSON.parse(line)).toEqual(listed)
})

test('WH-4 LG-6 as a document it holds the lines of the filter, and says how to check them', async () => {
  await writeDeliveries(of.world, { endpointId, count: 1 })
  const made = await writeDeliveries(of.world, {
    endpointId,
    count: 90,
    state: 'failed',
    status: null,
  })
  const filter = { endpointKind: 'http', state: 'failed', endpointId } as const
  const lines = await of.download((await of.made({ of: 'deliveries', format: 'jsonl', filter })).id)
  const { id } = await of.made({ of: 'deliveries', format: 'pdf', filter })
  const [cover = '', ...pages] = pagesIn(await of.download(id))
  expect(cover).toMatch(/^Deliveries of webhooks\n/)
  expect(cover).toContain('Kind of endpoint: http')
  expect(cover).toContain(sha256(lines))
  expect(pages.join('\n')).toContain('timeout')
  const ids = pages.join('\n').match(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/gm)
  expect(ids?.filter((one) => one !== endpointId)).toEqual(made.map((one) => one.id).toReversed())
})
