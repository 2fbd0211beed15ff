/** WH-1: the catalogue of events tells the truth of each: what it is, what it carries, and an example. */
import { describe, expect, test } from '@jest/globals'
import { scopes } from './access.ts'
import { contract, eventTypes } from './contract.ts'
import { openapi } from './openapi.ts'
import { payloadBytesMax } from './webhook-bounds.ts'
import { eventSummaries, offeredEvents, payloadOf } from './webhook-catalogue.ts'
import { EventTypeName } from './webhook-endpoints.ts'
import { exampleOf } from './webhook-examples.ts'

const { webhooks } = openapi(contract) as { webhooks: Record<string, { post: object }> }

test('WH-1: every event is offered but for what screens alone, or one member alone, need to hear', () => {
  const offered = new Set<string>(offeredEvents.map(({ name }) => name))
  expect(eventTypes.map(({ name }) => name).filter((name) => !offered.has(name))).toEqual([
    'notifications.arrived',
    'notifications.marked',
    'webhooks.attempted',
    'webhooks.received',
    'webhooks.inbox-changed',
    'jobs.changed',
  ])
  expect(Object.keys(webhooks)).toEqual([...offered])
})

describe.each(offeredEvents.map((event) => [event.name, event] as const))('%s', (name, event) => {
  const example = exampleOf(name)

  test('WH-1: says in a line what happened, and whoever subscribes needs a scope that there is', () => {
    expect(eventSummaries[name]).toMatch(/^\p{Lu}.{10,100}\.$/u)
    expect(scopes).toContain(event.scope)
    expect(EventTypeName.safeParse(name).success).toBe(true)
  })

  test('WH-1: its example is one, and shows what it carries', () => {
    expect(payloadOf(event).parse(example)).toEqual(example)
    expect(Object.keys(example['data'] as object)).not.toEqual([])
    const text = JSON.stringify(example)
    expect(Buffer.byteLength(text)).toBeLessThan(payloadBytesMax)
    expect(text).not.toMatch(/whsec_|sq_(?:test|live)_\w{36}/)
  })

  test('WH-1: is described in OpenAPI with its headers, its shape and its example', () => {
    expect(webhooks[name]).toMatchObject({
      post: {
        summary: eventSummaries[name],
        parameters: ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((header) => ({
          name: header,
          in: 'header',
          required: true,
        })),
        requestBody: {
          content: {
            'application/json': {
              schema: { properties: { type: { const: name } }, required: expect.any(Array) },
              example,
            },
          },
        },
      },
    })
  })
})
