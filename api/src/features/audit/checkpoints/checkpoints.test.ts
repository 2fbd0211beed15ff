import { createPublicKey, randomUUID, verify } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { Client } from 'pg'
import { systemPrincipal } from '../../../core/access/index.ts'
import {
  toEntry,
  verifyAudit,
  type AuditVerification,
  type EntryRow,
} from '../../../core/audit/index.ts'
import { canonicalJson } from '../../../core/crypto/index.ts'
import type { WorldTenant } from '../../../testing/builders.ts'
import { openFoundationOf } from '../../../testing/foundation.ts'
import { until } from '../../../testing/until.ts'
import { startProcessWorld, type ProcessWorld } from '../../../testing/world.ts'
import { sha256 } from '../../../testing/run-verifier.ts'
import { checkpointJobs } from './checkpoints.jobs.ts'
import { httpSink, type SentCheckpoint } from './checkpoint-sink.ts'

interface Posted {
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: SentCheckpoint
}

let outside: Server
let posted: Posted[]
let answers: number[]
let world: ProcessWorld

beforeAll(async () => {
  outside = createServer((request, response) => {
    const { headers } = request
    const answer = (body: unknown) => {
      posted.push({ headers, body: body as SentCheckpoint })
      return response.writeHead(answers.shift() ?? 204, { location: '/elsewhere' }).end()
    }
    void json(request).then(answer)
  })
  await once(outside.listen(0, '127.0.0.1'), 'listening')
  const { port } = outside.address() as AddressInfo
  const AUDIT_CHECKPOINT_URL = `http://127.0.0.1:${port}/checkpoints`
  world = await startProcessWorld({ worker: true, env: { AUDIT_CHECKPOINT_URL } })
})
beforeEach(() => {
  posted = []
  answers = []
})
afterAll(async () => {
  await world?.stop()
  outside.close()
})

async function tenantWithNews(): Promise<WorldTenant> {
  const tenant = await world.tenant('Chained', { roles: ['owner'] })
  await tenant.app()
  return tenant
}

/** What the schedule does every ten minutes, at once and for one tenant. */
async function round({ id }: WorldTenant): Promise<void> {
  const job = randomUUID()
  await world.db.query(
    `insert into job_outbox (id, name, tenant_id, payload) values ($1, 'audit.make-checkpoint', $2, '{}')`,
    [job, id],
  )
  const left = `select 1 from pgboss.job where id = $1 and state = 'completed'`
  await until(async () => (await world.db.query(left, [job])).rowCount === 1)
}

const apiOf = async (tenant: WorldTenant) => world.as(await tenant.member()).audit
const listOf = async (tenant: WorldTenant) => (await (await apiOf(tenant)).checkpoints()).data
const sentOf = ({ id }: WorldTenant) => posted.filter(({ body }) => body.tenant === id)

async function signed(tenant: WorldTenant): Promise<void> {
  await round(tenant)
  await until(async () => (await listOf(tenant))[0]?.sentAt != null)
}

/** All later entries made to fit again, as somebody would who owns the database. */
async function rewriteFrom(tenantId: string, sequence: number): Promise<void> {
  const { rows } = await world.db.query<EntryRow & { sequence: string }>(
    'select * from audit_entries where tenant_id = $1 order by sequence',
    [tenantId],
  )
  let previousHash = '0'.repeat(64)
  for (const row of rows) {
    const { hash: _, ...content } = {
      ...toEntry(row),
      sequence: Number(row.sequence),
      previousHash,
    }
    const hash = Number(row.sequence) < sequence ? row.hash : sha256(canonicalJson(content))
    await world.db.query(
      'update audit_entries set previous_hash = $3, hash = $4 where tenant_id = $1 and sequence = $2',
      [tenantId, row.sequence, previousHash, hash],
    )
    previousHash = hash
  }
  await world.db.query('update audit_heads set sequence = $2, hash = $3 where tenant_id = $1', [
    tenantId,
    rows.length,
    previousHash,
  ])
}

describe('XC-4 a checkpoint of the chain', () => {
  test('is signed, sent outside, and sent again until it is taken', async () => {
    const tenant = await tenantWithNews()
    answers = [302]
    await signed(tenant)
    const [one, two] = sentOf(tenant)
    expect(one?.body).toEqual(two?.body)
    const { head, entries } = await (await apiOf(tenant)).verify()
    const { body, headers } = two!
    expect(body).toMatchObject({ tenant: tenant.id, sequence: entries, head })
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'idempotency-key': `${tenant.id}-${entries}`,
    })
    const { tenant: _, ...listed } = body
    expect(await listOf(tenant)).toEqual([{ ...listed, sentAt: expect.any(String) }])
  })

  test.each([200, 201, 301, 404, 500, 503])(
    'counts as arrived by an answer of 2xx alone: %i',
    async (status) => {
      answers = [status]
      const { port } = outside.address() as AddressInfo
      const sent = httpSink(`http://127.0.0.1:${port}/`).send({} as SentCheckpoint)
      if (status < 300) await expect(sent).resolves.toBeUndefined()
      else await expect(sent).rejects.toThrow()
    },
  )

  test('stands there as not sent where no place outside is named, and is sent once there is one', async () => {
    const tenant = await tenantWithNews()
    const foundation = await openFoundationOf(world)
    for (const { run } of checkpointJobs(null)) {
      await foundation.scopes.run(systemPrincipal('audit', tenant.id), (scope) => run(scope, {}))
    }
    await foundation.close()
    expect(await listOf(tenant)).toMatchObject([{ sentAt: null }])
    expect(sentOf(tenant)).toEqual([])
    await signed(tenant)
    expect(sentOf(tenant)).toHaveLength(1)
  })

  test('can be checked by anybody with the keys that we publish', async () => {
    const tenant = await tenantWithNews()
    await signed(tenant)
    const { body } = sentOf(tenant)[0]!
    const { keys } = await world.as(null).audit.keys()
    const key = keys.find(({ kid }) => kid === body.keyId)!
    expect(Object.keys(key)).not.toContain('d')
    const [head = '', payload = '', signature = ''] = body.signed.split('.')
    const holds = (said: string) =>
      verify(
        null,
        Buffer.from(said),
        createPublicKey({ key, format: 'jwk' }),
        Buffer.from(signature, 'base64url'),
      )
    expect(holds(`${head}.${payload}`)).toBe(true)
    expect(holds(`${head}.${payload.slice(1)}`)).toBe(false)
    const { tenant: of, sequence, head: hash, at } = body
    const said: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString())
    expect(said).toEqual({ tenant: of, sequence, head: hash, at })
  })

  test('is made where there is news, and not more often than every hour', async () => {
    const tenant = await tenantWithNews()
    await round(tenant)
    await tenant.app()
    await round(tenant)
    expect(await listOf(tenant)).toHaveLength(1)
    await world.worker!.setClock(new Date(Date.now() + 3_601_000))
    await round(tenant)
    expect(await listOf(tenant)).toHaveLength(2)
    await world.worker!.setClock(new Date(Date.now() + 2 * 3_601_000))
    await round(tenant)
    await world.worker!.setClock(null)
    expect(await listOf(tenant)).toHaveLength(2)
    expect(await (await apiOf(tenant)).verify()).toMatchObject({ intact: true, checkpoints: 2 })
  })

  test('is of no chain that does not hold, which is told to whoever runs us', async () => {
    const tenant = await tenantWithNews()
    const rename = 'update audit_entries set action = $2 where tenant_id = $1 and sequence = 2'
    await world.db.query(rename, [tenant.id, 'projects.removed'])
    await round(tenant)
    expect(await listOf(tenant)).toEqual([])
    const told = world.worker!.output()
    expect(told).toContain('an audit chain does not hold')
    expect(told).toContain(tenant.id)
  })
})

describe('XC-4 verifying finds by the checkpoints', () => {
  test('a chain that was written anew and hangs together', async () => {
    const tenant = await tenantWithNews()
    await round(tenant)
    const api = await apiOf(tenant)
    const { entries } = await api.verify()
    await world.db.query(
      `update audit_entries set actor = actor || '{"name":"Nobody"}' where tenant_id = $1 and sequence = 2`,
      [tenant.id],
    )
    expect(await api.verify()).toMatchObject({ brokenAt: 2, fault: 'changed' })
    await rewriteFrom(tenant.id, 2)
    expect(await api.verify()).toMatchObject({
      intact: false,
      brokenAt: entries,
      fault: 'checkpoint-differs',
    })
  })

  test('a tail that was cut off together with the head', async () => {
    const tenant = await tenantWithNews()
    await round(tenant)
    const api = await apiOf(tenant)
    const { entries } = await api.verify()
    await world.db.query('delete from audit_entries where tenant_id = $1 and sequence = $2', [
      tenant.id,
      entries,
    ])
    await rewriteFrom(tenant.id, entries)
    expect(await api.verify()).toMatchObject({
      intact: false,
      brokenAt: entries,
      fault: 'missing',
    })
  })

  test('one that we did not sign, whoever put it there', async () => {
    const tenant = await tenantWithNews()
    await round(tenant)
    const [real] = await listOf(tenant)
    const app = new Client({ connectionString: world.appUrl })
    await app.connect()
    await app.query("select set_config('app.tenant_id', $1, false)", [tenant.id])
    const put =
      'insert into audit_checkpoints values (app.tenant(), $1, $2, now(), $3, $4) returning 1'
    expect((await app.query(put, [1, real!.head, real!.keyId, real!.signed])).rowCount).toBe(1)
    await app.end()
    expect(await (await apiOf(tenant)).verify()).toMatchObject({
      brokenAt: 1,
      fault: 'checkpoint-forged',
    })
  })
})

test('XC-4 a part of the chain is verified by itself, and what is missing in it is told', async () => {
  const tenant = await tenantWithNews()
  const api = await apiOf(tenant)
  const { entries } = await api.verify()
  expect(await api.verify({ query: { from: 2, to: 3 } })).toMatchObject({
    intact: true,
    entries: 2,
    next: null,
  })
  expect(await api.verify({ query: { from: entries + 5 } })).toMatchObject({ entries: 0 })
  await world.db.query('delete from audit_entries where tenant_id = $1 and sequence = 2', [
    tenant.id,
  ])
  expect(await api.verify()).toMatchObject({ brokenAt: 2, fault: 'missing' })
  expect(await api.verify({ query: { from: 2, to: 2 } })).toMatchObject({
    brokenAt: 2,
    fault: 'missing',
  })
})

test('XC-4 a long chain is verified in steps, and what is missing between two of them is found', async () => {
  const tenant = await tenantWithNews()
  await tenant.app()
  const { entries } = await (await apiOf(tenant)).verify()
  const foundation = await openFoundationOf(world)
  const aside = randomUUID()
  const steps = async () => {
    const told: AuditVerification[] = []
    for (let from: number | null = 1; from !== null; from = told.at(-1)?.next ?? null) {
      const span = { from, atOnce: 2 }
      const principal = systemPrincipal('audit', tenant.id)
      told.push(await foundation.scopes.run(principal, (scope) => verifyAudit(scope, span)))
    }
    return told
  }
  const held = await steps()
  expect(held).toHaveLength(Math.ceil(entries / 2))
  expect(held.reduce((sum, one) => sum + one.entries, 0)).toBe(entries)
  expect(held.every(({ intact }) => intact)).toBe(true)
  for (const gone of [2, 3]) {
    const move = 'update audit_entries set tenant_id = $3 where tenant_id = $1 and sequence = $2'
    await world.db.query(move, [tenant.id, gone, aside])
    expect((await steps()).at(-1)).toMatchObject({ brokenAt: gone, fault: 'missing' })
    await world.db.query(move, [aside, gone, tenant.id])
  }
  await foundation.close()
})
