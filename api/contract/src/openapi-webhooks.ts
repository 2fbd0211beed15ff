/** What we send of ourselves, as OpenAPI 3.1 describes it: each event, how it is signed, and an example. */
import { schemaOf } from './openapi-schema.ts'
import { eventSummaries, offeredEvents, payloadOf } from './webhook-catalogue.ts'
import { exampleOf } from './webhook-examples.ts'

type Json = Record<string, unknown>

export const webhooksOf = (components: Record<string, Json>): Record<string, Json> =>
  Object.fromEntries(
    offeredEvents.map((event) => [
      event.name,
      {
        post: {
          tags: ['webhooks'],
          summary: eventSummaries[event.name],
          'x-access': event.scope,
          security: [],
          parameters: headers,
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: schemaOf(payloadOf(event), 'output', components),
                example: exampleOf(event.name),
              },
            },
          },
          responses: {
            '2XX': { description: 'Taken. Any other answer, or none, has it sent again.' },
            410: { description: 'Nothing more is to be sent here: the endpoint is disabled.' },
          },
        },
      },
    ]),
  )

const header = (name: string, description: string, example: string) => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
  example,
})

/** As Standard Webhooks 1.0 has them. */
const headers = [
  header(
    'webhook-id',
    'Of the event; the same with each attempt to bring it',
    '0199f0a2-5d3a-7b41-8c77-0b6f2a1d9e44',
  ),
  header('webhook-timestamp', 'When this attempt was signed, in seconds', '1772443800'),
  header(
    'webhook-signature',
    'One or more, with a space between: `v1,` or `v1a,` and base64',
    'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
  ),
]
