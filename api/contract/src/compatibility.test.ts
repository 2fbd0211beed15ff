import { readFile } from 'node:fs/promises'
import { describe, expect, test } from '@jest/globals'
import { breaksBetween, type OpenApiDocument } from './compatibility.ts'
import { contract } from './contract.ts'
import { openapi } from './openapi.ts'

/** A document with one of everything, which each test changes in one way. */
const base = {
  paths: {
    '/v1/keys': {
      get: {
        'x-access': 'keys:read',
        parameters: [
          {
            name: 'limit',
            in: 'query',
            required: false,
            schema: { type: 'integer', maximum: 200 },
          },
          { name: 'state', in: 'query', schema: { type: 'string', enum: ['active', 'revoked'] } },
        ],
        responses: {
          200: {
            content: {
              'application/json': {
                schema: { type: 'array', items: { $ref: '#/components/schemas/Key' } },
              },
            },
          },
        },
      },
      post: {
        'x-access': 'keys:write',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                properties: {
                  label: { type: 'string', minLength: 1, maxLength: 80 },
                  price: { type: 'string', pattern: '^\\d+$' },
                  count: { type: 'number', minimum: 0 },
                  expiresAt: { anyOf: [{ type: 'string', format: 'date-time' }, { type: 'null' }] },
                  scopes: { type: 'array', maxItems: 9, items: { enum: ['a', 'b'] } },
                  extra: { type: 'object', additionalProperties: { type: 'string' } },
                },
                required: ['label'],
                additionalProperties: false,
              },
            },
          },
        },
        responses: {
          201: {
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Key' } } },
          },
        },
      },
      delete: { 'x-access': 'keys:write', responses: { 204: {} } },
    },
    '/v1/me': { get: { 'x-access': 'member', responses: { 204: {} } } },
  },
  components: {
    schemas: {
      Key: {
        type: 'object',
        properties: {
          id: { type: 'string', format: 'uuid' },
          label: { type: 'string' },
          state: { type: 'string', enum: ['active', 'revoked'] },
          usedAt: { type: ['string', 'null'] },
          nested: { type: 'object', properties: { deep: { type: 'integer' } }, required: ['deep'] },
        },
        required: ['id', 'label', 'state'],
      },
    },
  },
}

/** The base with one change; what is changed is reached by the names on the way to it. */
function changed(path: string, value?: unknown): OpenApiDocument {
  const document = structuredClone(base)
  const names = path.split(' ')
  const last = names.pop() ?? ''
  const holder = names.reduce<object>((inner, name) => Reflect.get(inner, name), document)
  if (value === undefined) Reflect.deleteProperty(holder, last)
  else Reflect.set(holder, last, value)
  return document as OpenApiDocument
}

const keys = 'paths /v1/keys'
const body = `${keys} post requestBody content application/json schema`
const fields = `${body} properties`
const key = 'components schemas Key'

describe('a caller is broken by', () => {
  test.each([
    ['a path that goes', 'paths /v1/me', undefined, '/v1/me is gone'],
    ['an operation that goes', `${keys} delete`, undefined, 'DELETE /v1/keys is gone'],
    [
      'another right to hold',
      `${keys} get x-access`,
      'keys:write',
      'GET /v1/keys needs keys:write',
    ],
    [
      'a parameter that goes',
      `${keys} get parameters 1`,
      { name: 'x', in: 'query' },
      'no longer takes the query parameter state',
    ],
    [
      'a parameter that is now required',
      `${keys} get parameters 0 required`,
      true,
      'now requires the query parameter limit',
    ],
    [
      'a new parameter that is required',
      `${keys} get parameters 2`,
      { name: 'x', in: 'query', required: true },
      'now requires the query parameter x',
    ],
    [
      'a lower bound of a parameter',
      `${keys} get parameters 0 schema maximum`,
      100,
      'narrower maximum 100',
    ],
    [
      'a value of a parameter that goes',
      `${keys} get parameters 1 schema enum`,
      ['active'],
      'no longer takes "revoked"',
    ],
    ['a body that goes', `${keys} post requestBody`, undefined, 'no longer takes a body'],
    [
      'a body that is now required',
      `${keys} delete requestBody`,
      { required: true },
      'now requires a body',
    ],
    [
      'a field that is now required',
      `${body} required`,
      ['label', 'count'],
      'body.count is now required',
    ],
    [
      'a field that is no longer taken',
      `${fields} count`,
      undefined,
      'body.count is no longer taken',
    ],
    [
      'a field of another type',
      `${fields} label`,
      { type: 'integer' },
      'body.label is "integer" instead of "string"',
    ],
    [
      'a field that takes whole numbers alone',
      `${fields} count type`,
      'integer',
      'instead of "number"',
    ],
    ['a shorter text', `${fields} label maxLength`, 40, 'narrower maxLength 40'],
    ['a longer text to ask for', `${fields} label minLength`, 2, 'narrower minLength 2'],
    ['a new bound', `${fields} price maxLength`, 10, 'narrower maxLength 10'],
    ['another pattern', `${fields} price pattern`, '^a$', 'must match another pattern'],
    ['a new format', `${fields} label format`, 'email', 'has the format email'],
    [
      'a null that is no longer taken',
      `${fields} expiresAt anyOf`,
      [{ type: 'string', format: 'date-time' }],
      'no longer takes "null"',
    ],
    ['a text that takes a few values alone', `${fields} label enum`, ['a'], 'a few values alone'],
    ['a shorter list', `${fields} scopes maxItems`, 3, 'narrower maxItems 3'],
    [
      'a value in a list that goes',
      `${fields} scopes items enum`,
      ['a'],
      'body.scopes[] no longer takes "b"',
    ],
    [
      'free names whose values are narrower',
      `${fields} extra additionalProperties`,
      { type: 'string', maxLength: 3 },
      'body.extra.* has the narrower maxLength',
    ],
    [
      'free names that are no longer taken',
      `${fields} extra`,
      { type: 'object', properties: {}, additionalProperties: false },
      'body.extra',
    ],
    ['a field of an answer that goes', `${key} properties label`, undefined, '[].label is gone'],
    [
      'a field deep in an answer that goes',
      `${key} properties nested properties deep`,
      undefined,
      'nested.deep is gone',
    ],
    [
      'a field of an answer that may be missing',
      `${key} required`,
      ['id', 'state'],
      '[].label may now be missing',
    ],
    [
      'a field of an answer that may be null',
      `${key} properties label type`,
      ['string', 'null'],
      '[].label may now be "null"',
    ],
    [
      'a field of an answer of another type',
      `${key} properties label type`,
      'integer',
      '"integer" instead of "string"',
    ],
    [
      'a field of an answer of another format',
      `${key} properties id format`,
      'uri',
      'has the format uri',
    ],
    [
      'values of an answer that are no longer few',
      `${key} properties state`,
      { type: 'string' },
      'no longer one of a few values',
    ],
    ['another status', `${keys} get responses`, { 202: {} }, 'no longer answers 200'],
    [
      'an answer without a body',
      `${keys} post responses`,
      { 201: {} },
      'no longer answers 201 with a body',
    ],
  ])('%s', (_, path, value, sentence) => {
    const breaks = breaksBetween(base as OpenApiDocument, changed(path, value))
    expect(breaks.join('\n')).toContain(sentence)
  })
})

describe('no caller is broken by', () => {
  test.each([
    ['nothing', 'paths /v1/me get summary', 'Another one'],
    ['a new path', 'paths /v1/new', { get: {} }],
    ['an operation that is opened to everybody', `${keys} get x-access`, 'public'],
    ['a new parameter', `${keys} get parameters 2`, { name: 'x', in: 'query' }],
    ['a new field to send', `${fields} colour`, { type: 'string' }],
    ['a field that need not be sent any more', `${body} required`, []],
    ['a longer text', `${fields} label maxLength`, 200],
    ['a new value to send', `${fields} scopes items enum`, ['a', 'b', 'c']],
    ['a null that is taken', `${fields} label type`, ['string', 'null']],
    ['a new field of an answer', `${key} properties colour`, { type: 'string' }],
    ['a new value of an answer', `${key} properties state enum`, ['active', 'revoked', 'expired']],
    [
      'a field of an answer that is always there',
      `${key} required`,
      ['id', 'label', 'state', 'usedAt'],
    ],
    ['a null that is no longer answered', `${key} properties usedAt type`, 'string'],
    ['a new refusal', `${keys} get responses 404`, {}],
  ])('%s', (_, path, value) => {
    expect(breaksBetween(base as OpenApiDocument, changed(path, value))).toEqual([])
  })
})

test('the contract breaks nobody who was promised the accepted one', async () => {
  const file = new URL('../openapi.accepted.json', import.meta.url)
  const accepted = JSON.parse(await readFile(file, 'utf8')) as OpenApiDocument
  expect(breaksBetween(accepted, openapi(contract))).toEqual([])
})
