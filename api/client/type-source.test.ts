import { describe, expect, test } from '@jest/globals'
import { typeOf, type Schema, type Side } from './type-source.ts'

const typeFor = (schema: Schema, side: Side = 'answered') =>
  typeOf(schema, { side, needs: () => undefined })

describe('a type says what a schema does', () => {
  test.each<[Schema, string]>([
    [{}, 'unknown'],
    [{ type: 'integer' }, 'number'],
    [{ type: ['string', 'null'] }, 'string | null'],
    [{ const: 'audit' }, '"audit"'],
    [{ enum: ['csv', 'jsonl', null] }, '"csv" | "jsonl" | null'],
    [{ $ref: '#/components/schemas/Key' }, 'Key'],
    [{ anyOf: [{ $ref: '#/$defs/Key' }, { type: 'null' }] }, 'Key | null'],
    [{ anyOf: [{ type: 'string', description: 'One' }, { type: 'string' }] }, 'string'],
    [
      { allOf: [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, {}] },
      '(string | null) & unknown',
    ],
    [{ type: 'array' }, 'Array<unknown>'],
    [{ type: 'array', items: { enum: ['a', 'b'] } }, 'Array<"a" | "b">'],
    [
      { type: 'array', items: { anyOf: [{ type: 'object', properties: {} }, { type: 'null' }] } },
      'Array<{} | null>',
    ],
    [{ type: 'array', prefixItems: [{ type: 'string' }, {}] }, '[string, unknown]'],
    [{ type: 'object' }, 'Record<string, unknown>'],
    [{ type: 'object', additionalProperties: { type: 'number' } }, 'Record<string, number>'],
    [{ type: 'object', properties: {} }, '{}'],
    [
      {
        type: 'object',
        properties: {
          '2xx': { type: 'integer' },
          at: { type: 'string', description: 'When */ it was' },
        },
        required: ['2xx'],
      },
      '{\n  "2xx": number\n  /** When *\\/ it was */\n  at?: string\n}',
    ],
  ])('%j', (schema, type) => {
    expect(typeFor(schema)).toBe(type)
  })

  test('what is asked may be a list that nobody changes, and nothing where it may be left out', () => {
    const schema = { type: 'object', properties: { scopes: { type: 'array' } } }
    expect(typeFor(schema, 'asked')).toBe('{\n  scopes?: ReadonlyArray<unknown> | undefined\n}')
  })

  test('each name that it needs is told', () => {
    const needed: string[] = []
    const schema = { type: 'array', items: { $ref: '#/components/schemas/Key' } }
    typeOf(schema, { side: 'answered', needs: (name) => void needed.push(name) })
    expect(needed).toEqual(['Key'])
  })
})
