/** XC-15: what came to the API, and when, is kept as the contract is written. */
import { expect, test } from '@jest/globals'
import { keptWith, namesIn, type Described } from './additions.ts'

const answer = (schema: object) => ({ 200: { content: { 'application/json': { schema } } } })

const document = {
  paths: {
    '/v1/keys': {
      get: {
        operationId: 'keys.list',
        parameters: [
          { in: 'query', name: 'limit' },
          { in: 'header', name: 'If-Match' },
        ],
        responses: {
          ...answer({
            properties: { data: { items: { $ref: '#/components/schemas/Key' } }, page: {} },
          }),
          404: { content: { 'application/json': { schema: { properties: { no: {} } } } } },
        },
      },
      post: {
        operationId: 'keys.issue',
        requestBody: {
          content: {
            'application/json': {
              schema: { oneOf: [{ properties: { label: {} } }, { properties: { app: {} } }] },
            },
          },
        },
        responses: answer({ $ref: '#/components/schemas/Key' }),
      },
    },
    '/v1/staff': { get: { operationId: 'staff.list', 'x-internal': true } },
  },
  components: {
    schemas: {
      Key: {
        properties: {
          id: {},
          owner: { anyOf: [{ properties: { name: {} } }, { type: 'null' }] },
          parent: { $ref: '#/components/schemas/Key' },
        },
      },
    },
  },
}

const names = [
  'keys.list',
  'keys.list query limit',
  'keys.list answer data',
  'keys.list answer page',
  'Key id',
  'Key owner',
  'Key owner.name',
  'Key parent',
  'keys.issue',
  'keys.issue body label',
  'keys.issue body app',
]

test('XC-15 it is told of each operation, of what it takes, and of the fields of each shape once', () => {
  expect([...namesIn(document as Described)].toSorted()).toEqual(names.toSorted())
})

test('XC-15 what is new has its day and keeps it, and what is gone is not told of', () => {
  const first = keptWith({}, new Set(['Key id', 'keys.list', 'keys.drop']), '2026-11-22')
  const second = keptWith(first, new Set(['Key id', 'keys.list', 'Key at']), '2026-12-01')
  expect(Object.entries(second)).toEqual([
    ['2026-12-01', ['Key at']],
    ['2026-11-22', ['Key id', 'keys.list']],
  ])
  expect(keptWith(second, new Set(['Key id', 'keys.list', 'Key at']), '2027-01-01')).toEqual(second)
})
