import { readFile } from 'node:fs/promises'
import { describe, expect, test } from '@jest/globals'
import { z } from 'zod'
import { additionsSource, keptWith, namesIn, type Additions } from './additions.ts'
import { criticalScopes, scopeTable, type Scope } from './access.ts'
import { contract, eventTypes } from './contract.ts'
import type { Endpoint } from './endpoint.ts'
import { keyReachSource } from './key-reach-source.ts'
import { keyScopesSource } from './key-scopes-source.ts'
import { openapi } from './openapi.ts'
import { routesSource, staffRoutesSource } from './routes-source.ts'

const endpoints = Object.entries(contract).flatMap(([area, verbs]) =>
  Object.entries(verbs as Record<string, Endpoint>).map(
    ([verb, endpoint]) => [`${area}.${verb}`, endpoint] as const,
  ),
)

const schemaOf = (schema: z.ZodType, io: 'input' | 'output' = 'input') =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any' })

/** Each shape that it takes says what other names it takes, and none takes any that it likes. */
function isClosed(schema: z.ZodType): boolean {
  const { anyOf = [schemaOf(schema)] } = schemaOf(schema) as { anyOf?: object[] }
  return anyOf.every((branch) => !('properties' in branch) || 'additionalProperties' in branch)
}

const read = (path: string) => readFile(new URL(path, import.meta.url), 'utf8')

describe('what is made from the contract is current', () => {
  test('routes.ts', async () => {
    expect(await read('routes.ts')).toBe(routesSource(contract))
    expect(await read('staff-routes.ts')).toBe(staffRoutesSource(contract))
  })

  test('key-scopes.ts', async () => {
    expect(await read('key-scopes.ts')).toBe(keyScopesSource(contract))
  })

  test('key-reach.ts', async () => {
    expect(await read('key-reach.ts')).toBe(keyReachSource(contract))
  })

  test('additions.json, with a day for all that is promised and for nothing that is gone', async () => {
    const names = namesIn(openapi(contract))
    const text = await read('../additions.json')
    const kept = JSON.parse(text) as Additions
    expect(text).toBe(additionsSource(keptWith(kept, names, 'never')))
  })

  test('openapi.json', async () => {
    expect(await read('../openapi.json')).toBe(`${JSON.stringify(openapi(contract), null, 2)}\n`)
  })
})

test.each(['customers', 'transactions'])('the rows of a batch are told for %s', (area) => {
  const row = area === 'customers' ? 'NewCustomer' : 'NewTransaction'
  const { [`/v1/${area}`]: path } = openapi(contract)['paths'] as Record<string, object>
  expect(path).toMatchObject({
    post: {
      requestBody: {
        content: {
          'application/json': {
            schema: {
              anyOf: expect.arrayContaining([
                expect.objectContaining({
                  properties: {
                    items: expect.objectContaining({
                      items: { $ref: `#/components/schemas/${row}` },
                    }),
                  },
                }),
              ]),
            },
          },
        },
      },
    },
  })
})

describe.each(endpoints)('%s', (_, { method, path, options }) => {
  test('has an address whose parameters are all declared', () => {
    expect(path).toMatch(/^(\/([a-z][a-z-]*|\{[a-z]\w*\}))+$/)
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    const declared = options.params ? Object.keys(schemaOf(options.params).properties ?? {}) : []
    expect(declared).toEqual(named)
  })

  test('refuses what it does not know', () => {
    for (const schema of [options.params, options.query, options.body]) {
      if (schema) expect(isClosed(schema)).toBe(true)
    }
  })

  test('sends a body only where a method has one', () => {
    if (method === 'GET' || method === 'DELETE') expect(options.body).toBeUndefined()
    if (options.bodyMax) expect(options.body).toBeDefined()
  })

  test('says how often a stranger may ask', () => {
    if (options.access === 'public') expect(options.limit).toBeDefined()
  })

  test('lends a partner page only what an embed session may hold', () => {
    if (!options.embeddable || !(options.access in scopeTable)) return
    expect(scopeTable[options.access as Scope].embeds).toBe(true)
  })

  test('takes a second factor, and a person, where its scope is critical', () => {
    const isCritical = (criticalScopes as readonly string[]).includes(options.access)
    if (isCritical) expect(options).toMatchObject({ only: 'member', stepUp: expect.any(String) })
    const isOfStaff = options.access.startsWith('staff')
    if (options.stepUp && !isOfStaff) {
      expect(options.access === 'member' || options.only === 'member').toBe(true)
    }
    if (options.stepUp === 'operation') expect(method).not.toBe('GET')
  })

  test('honours If-Match where it changes what has a revision', () => {
    const fields = options.reply instanceof z.ZodObject ? Object.keys(options.reply.shape) : []
    const changes = method === 'PATCH' || (method !== 'GET' && path.includes('{'))
    expect(options.revised ?? false).toBe(changes && fields.includes('revision'))
  })

  test('reads as a few words in the imperative', () => {
    expect(options.summary).toMatch(/^[A-Z][^.]{2,60}$/)
  })

  test('pages its lists, by a query with limit and cursor', () => {
    const { properties = {} } = options.reply ? schemaOf(options.reply, 'output') : {}
    if (!('page' in properties)) return
    const query = options.query ? schemaOf(options.query).properties : {}
    expect(Object.keys(query ?? {})).toEqual(expect.arrayContaining(['limit', 'cursor']))
  })
})

describe.each(eventTypes.map((type) => [type.name, type] as const))(
  'the event %s',
  (name, type) => {
    test('is an area of the contract and a past participle', () => {
      const [area = '', participle] = name.split('.')
      expect(Object.keys(contract)).toContain(area)
      expect(participle).toMatch(/(ed|en|ied|wn|set)$/)
    })

    test('refers by ids alone, and by what says whom it concerns', () => {
      for (const [field, shape] of Object.entries(schemaOf(type.ref).properties ?? {})) {
        if (field === type.whose?.id || field === type.whose?.orScope) continue
        expect(shape).toMatchObject({ type: 'string', format: 'uuid' })
      }
    })
  },
)

test('no event has the name of another', () => {
  const names = eventTypes.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})
