/** Trying webhooks out: the catalogue, simulations, test events, and why a signature does not verify. */
import type { ServerResponse } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { KeyScope } from '@sonaqor/contract/access'
import type { NewEndpoint } from '@sonaqor/contract/webhook-endpoints'
import { Webhook } from 'standardwebhooks'
import type { WorldTenant } from '../../../testing/builders.ts'
import { refusalOf } from '../../../testing/partner.ts'
import { startReceiver, type Receiver } from '../../../testing/webhooks/receiver.ts'
import { joinWorld } from '../../../testing/shared-world.ts'
import { until } from '../../../testing/until.ts'
import type { World } from '../../../testing/world.ts'

let world: World
let acme: WorldTenant
let receiver: Receiver

beforeAll(async () => {
  world = await joinWorld()
  acme = await world.tenant('Trying')
  receiver = await startReceiver()
})
afterAll(async () => {
  await receiver.stop()
  await world.stop()
})

const api = async () => world.as(await acme.member()).webhooks

async function made(more: Partial<NewEndpoint> = {}) {
  const app = await acme.app()
  const appId = app.id
  const path = `/${appId}`
  const body = { appId, url: receiver.url + path, eventTypes: ['keys.issued'], ...more }
  return { ...(await (await api()).createEndpoint({ body })), path, app }
}

const body = (statements: string) => `function transform(event) { ${statements} }`

describe('WH-1: the catalogue', () => {
  test('lists the types with what they carry, and finds them by name and by what they say', async () => {
    const { listEventTypes } = await api()
    const { data, takesLoopback } = await listEventTypes({ query: {} })
    // Here an endpoint may be on the machine, as in the demo.
    expect(takesLoopback).toBe(true)
    expect(data.length).toBeGreaterThan(40)
    expect(data.map(({ name }) => name)).not.toContain('jobs.changed')
    const { data: found } = await listEventTypes({ query: { q: 'REVOKED  key' } })
    expect(found.map(({ name }) => name)).toEqual(['keys.revoked'])
    // Those that are named so first, and then those that tell of it.
    const ofKeys = (await listEventTypes({ query: { q: 'keys' } })).data
    const named = ofKeys.map(({ name }) => name.includes('keys'))
    expect(named).toEqual(named.toSorted((one, other) => Number(other) - Number(one)))
    expect(new Set(named).size).toBe(2)
    expect((await listEventTypes({ query: { q: 'no such thing' } })).data).toEqual([])
  })

  test('shows one with schema and example, and says which there is not', async () => {
    const { showEventType } = await api()
    const entry = await showEventType({ params: { name: 'keys.revoked' } })
    // What no key gets can be told from what it may choose.
    const ofTenant = await showEventType({ params: { name: 'projects.created' } })
    expect([entry.isOfTenant, ofTenant.isOfTenant]).toEqual([false, true])
    expect(entry).toMatchObject({
      area: 'keys',
      scope: 'keys:read',
      schema: {
        $schema: expect.stringContaining('json-schema.org'),
        properties: { type: { const: 'keys.revoked' } },
        required: ['type', 'timestamp', 'data'],
      },
      example: { type: 'keys.revoked', data: { state: 'revoked' } },
    })
    const refused = refusalOf(showEventType({ params: { name: 'jobs.changed' } }))
    expect(await refused).toMatchObject({ code: 'not-found' })
  })
})

describe('WH-8: a simulation', () => {
  test('says what each condition found, and what would be sent', async () => {
    const { simulate } = await api()
    const filter = [
      { path: 'data.state', operator: 'is' as const, value: 'active' },
      { path: 'data.nowhere', operator: 'is-missing' as const },
    ]
    const transformation = body('return { text: event.data.label }')
    const tried = { eventType: 'keys.issued', filter, transformation }
    const simulation = await simulate({ body: tried })
    expect(simulation).toMatchObject({
      before: { type: 'keys.issued', data: { label: 'Order service' } },
      passes: true,
      conditions: [{ holds: true, found: 'active' }, { holds: true }],
      after: { text: 'Order service' },
      fault: null,
    })
    const edited = await simulate({ body: { ...tried, data: { state: 'revoked' } } })
    expect(edited).toMatchObject({
      before: { type: 'keys.issued', data: { state: 'revoked' } },
      passes: false,
      conditions: [{ holds: false, found: 'revoked' }, { holds: true }],
      after: null,
      fault: null,
    })
  })

  test('says where a transformation failed', async () => {
    const { simulate } = await api()
    const transformation = 'function transform(event) {\n  return event.no.thing\n}'
    const simulation = await simulate({ body: { eventType: 'keys.issued', transformation } })
    expect(simulation).toMatchObject({ passes: true, after: null, fault: { line: 2 } })
  })

  test('refuses a type that there is not, what is too large, and a condition that says nothing', async () => {
    const { simulate } = await api()
    const refused = (tried: Parameters<typeof simulate>[0]['body']) =>
      refusalOf(simulate({ body: tried }))
    expect(await refused({ eventType: 'jobs.changed' })).toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '#/eventType' }],
    })
    const data = { text: 'x'.repeat(20_000) }
    expect(await refused({ eventType: 'keys.issued', data })).toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '#/data' }],
    })
    const filter = [{ path: 'data.n', operator: 'above' as const, value: 'much' }]
    expect(await refused({ eventType: 'keys.issued', filter })).toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '#/filter/0/value' }],
    })
  })
})

describe('WH-5: a test event', () => {
  test('is sent at once, signed as any other, and its answer and its signature are told', async () => {
    const { id, path, secret } = await made({ headers: { 'X-Team': 'a secret of theirs' } })
    receiver.answer = (reply) => void reply.writeHead(202).end('taken')
    const { sendTest, showDelivery } = await api()
    const data = { id: 'edited', label: 'Bücher' }
    const sent = await sendTest({ params: { id }, body: { eventType: 'keys.issued', data } })
    const [came, ...more] = receiver.at(path)
    expect(more).toEqual([])
    expect(came!.body).toBe(sent.payload)
    expect(came!.headers['x-team']).toBe('a secret of theirs')
    const headers = came!.headers as Record<string, string>
    expect(new Webhook(secret).verify(came!.body, headers)).toMatchObject({
      type: 'keys.issued',
      data,
    })
    const { signature } = sent
    expect(signature).toMatchObject({
      id: headers['webhook-id'],
      timestamp: headers['webhook-timestamp'],
      signed: `${headers['webhook-id']}.${headers['webhook-timestamp']}.${came!.body}`,
      signatures: [{ kind: 'v1', by: 'secret', value: headers['webhook-signature'] }],
    })
    expect(sent.attempt).toMatchObject({
      number: 1,
      cause: 'test',
      status: 202,
      fault: null,
      response: { body: { text: 'taken', bytes: 5, cut: false } },
    })
    expect(JSON.stringify(sent)).not.toContain('a secret of theirs')
    const kept = await showDelivery({ params: { id: sent.deliveryId } })
    expect(kept).toMatchObject({
      isTest: true,
      state: 'delivered',
      attempts: 1,
      eventId: signature.id,
      nextAttemptAt: null,
      lastStatus: 202,
    })
    expect(kept.attemptList).toHaveLength(1)
    const { rows } = await world.db.query(
      `select after from audit_entries where target = $1 and action = 'webhooks.tested'`,
      [id],
    )
    expect(rows).toMatchObject([{ after: { eventType: 'keys.issued', status: 202 } }])
  })

  test('reaches a paused endpoint too, is not tried again, and is told as it failed', async () => {
    const { id, path } = await made()
    const { pauseEndpoint, sendTest, showDelivery, showEndpoint } = await api()
    await pauseEndpoint({ params: { id } })
    receiver.answer = (reply) => void reply.writeHead(500).end()
    const sent = await sendTest({ params: { id }, body: { eventType: 'keys.issued' } })
    expect(sent.attempt).toMatchObject({ status: 500, fault: 'status' })
    expect(receiver.at(path)).toHaveLength(1)
    const kept = await showDelivery({ params: { id: sent.deliveryId } })
    expect(kept).toMatchObject({ state: 'failed', nextAttemptAt: null })
    const endpoint = await showEndpoint({ params: { id }, query: {} })
    expect(endpoint).toMatchObject({ state: 'paused', failingSince: null, health: { attempts: 0 } })
  })

  test('is transformed first, and not sent where that fails', async () => {
    const { id, path } = await made({ transformation: body('return { text: event.type }') })
    receiver.answer = (reply) => void reply.writeHead(204).end()
    const { sendTest, updateEndpoint } = await api()
    const tested = () => sendTest({ params: { id }, body: { eventType: 'keys.issued' } })
    expect((await tested()).payload).toBe('{"text":"keys.issued"}')
    for (const statements of ['return event.no.thing', 'return null']) {
      await updateEndpoint({ params: { id }, body: { transformation: body(statements) } })
      expect(await refusalOf(tested())).toMatchObject({ code: 'conflict' })
    }
    expect(receiver.at(path)).toHaveLength(1)
  })

  test('holds nothing open while a receiver takes its time', async () => {
    const { id } = await made()
    const asked = Promise.withResolvers<ServerResponse>()
    receiver.answer = asked.resolve
    const { sendTest } = await api()
    const sending = sendTest({ params: { id }, body: { eventType: 'keys.issued' } })
    const reply = await asked.promise
    const { rows: now } = await world.db.query<{ at: Date }>('select clock_timestamp() at')
    // Others are at work here as well, and none of them for long.
    await until(async () => {
      const { rows } = await world.db.query(
        `select 1 from pg_stat_activity
         where datname = current_database() and usename = 'world_app' and xact_start < $1`,
        [now[0]?.at],
      )
      return rows.length === 0
    })
    reply.writeHead(204).end()
    expect((await sending).attempt).toMatchObject({ status: 204 })
  })

  test('of an endpoint of another tenant or app is not there', async () => {
    const { id } = await made()
    const stranger = await (await world.tenant('Others', { roles: ['owner'] })).member()
    for (const holder of [stranger, await acme.key()]) {
      const { debugSignature, sendTest } = world.as(holder).webhooks
      const tested = sendTest({ params: { id }, body: { eventType: 'keys.issued' } })
      expect(await refusalOf(tested)).toMatchObject({ code: 'not-found' })
      const debugged = debugSignature({ body: { endpointId: id, headers: {}, body: '' } })
      expect(await refusalOf(debugged)).toMatchObject({ code: 'not-found' })
    }
  })
})

describe('WH-9: the signature debugger', () => {
  test('holds what came against what was sent, byte for byte', async () => {
    const { id, path } = await made()
    receiver.answer = (reply) => void reply.writeHead(204).end()
    const { debugSignature, sendTest } = await api()
    await sendTest({ params: { id }, body: { eventType: 'keys.issued' } })
    const [came] = receiver.at(path)
    const headers = came!.headers as Record<string, string>
    const verdict = await debugSignature({ body: { endpointId: id, headers, body: came!.body } })
    expect(verdict).toMatchObject({ isValid: true, cause: null, signedBy: 'secret' })
    expect(verdict.expected).toEqual([headers['webhook-signature']])
    const changed = came!.body.replace('Order', 'Other')
    expect(
      await debugSignature({ body: { endpointId: id, headers, body: changed } }),
    ).toMatchObject({
      isValid: false,
      cause: 'body-changed',
      firstDifference: {
        at: came!.body.indexOf('Order') + 1,
        sent: expect.stringMatching(/^rder/),
        received: expect.stringMatching(/^ther/),
      },
    })
  })

  test('shows of what was sent to whom every other door shows it, and lets nobody else guess', async () => {
    const { id, path, app } = await made()
    receiver.answer = (reply) => void reply.writeHead(204).end()
    // A test of somebody else may be a copy of real data.
    const data = { label: 'Order 4711' }
    await (await api()).sendTest({ params: { id }, body: { eventType: 'keys.issued', data } })
    const came = receiver.at(path)[0]!
    const signature = `v1,${Buffer.alloc(32).toString('base64')}`
    const headers = { ...(came.headers as Record<string, string>), 'webhook-signature': signature }
    const at = new Date().toISOString()
    const debuggedBy = async (...scopes: KeyScope[]) => {
      const { webhooks } = world.as(await acme.key({ app, scopes: ['webhooks:write', ...scopes] }))
      const of = async (text: string) => {
        const { expected: _, ...told } = await webhooks.debugSignature({
          body: { endpointId: id, headers, body: text, at },
        })
        return told
      }
      return { right: await of(came.body), wrong: await of(came.body.replace('O', 'P')) }
    }
    const whole = await debuggedBy('webhooks:read', 'keys:read', 'customers:read')
    expect(whole.wrong.firstDifference).toMatchObject({ sent: expect.stringMatching(/^Order/) })
    // Of the type, and of its values: neither is enough alone.
    for (const scope of ['customers:read', 'keys:read'] as const) {
      const { right, wrong } = await debuggedBy('webhooks:read', scope)
      expect(right.firstDifference).toBeNull()
      expect(wrong).toEqual(right)
    }
  })

  test('names the altered byte of a test to who sent it, and of an example to whoever may send one', async () => {
    const { id, path, app } = await made()
    receiver.answer = (reply) => void reply.writeHead(204).end()
    const scopes = ['webhooks:read', 'webhooks:write'] as const
    const holder = world.as(await acme.key({ app, scopes: [...scopes] })).webhooks
    const other = world.as(await acme.key({ app, scopes: [...scopes] })).webhooks
    const eventType = 'keys.issued'
    await holder.sendTest({ params: { id }, body: { eventType, data: { label: 'Order' } } })
    await holder.sendTest({ params: { id }, body: { eventType } })
    const [own, example] = receiver.at(path)
    const toldBy = async (by: typeof holder, { headers, body: came }: NonNullable<typeof own>) => {
      const request = { endpointId: id, headers: headers as Record<string, string> }
      const changed = came.replace('Order', 'Other')
      const { cause, firstDifference } = await by.debugSignature({
        body: { ...request, body: changed },
      })
      return [cause, firstDifference?.at]
    }
    const named = ({ body: came }: NonNullable<typeof own>) => [
      'body-changed',
      came.indexOf('Order') + 1,
    ]
    expect(await toldBy(holder, own!)).toEqual(named(own!))
    expect(await toldBy(other, own!)).toEqual([null, undefined])
    expect(await toldBy(other, example!)).toEqual(named(example!))
  })

  test('knows a secret that has ended, and those of the other endpoints of the app alone', async () => {
    const one = await made()
    receiver.answer = (reply) => void reply.writeHead(204).end()
    const { createEndpoint, debugSignature, rotateSecret, sendTest } = await api()
    const eventTypes = ['keys.issued']
    const sibling = await createEndpoint({
      body: { appId: one.appId, url: `${receiver.url}/sibling`, eventTypes },
    })
    const stranger = await made()
    await sendTest({ params: { id: one.id }, body: { eventType: 'keys.issued' } })
    const came = receiver.at(one.path)[0]!
    const headers = came.headers as Record<string, string>
    const causeFor = async (endpointId: string) =>
      (await debugSignature({ body: { endpointId, headers, body: came.body } })).cause
    expect(await causeFor(sibling.id)).toBe('other-endpoint')
    expect(await causeFor(stranger.id)).toBeNull()
    await rotateSecret({ params: { id: one.id }, body: { overlap: 'now' } })
    expect(await causeFor(one.id)).toBe('ended-secret')
  })
})
