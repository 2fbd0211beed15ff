import { expect, test } from '@jest/globals'
import { Problem } from '../../problems/index.ts'
import { jsonFault, parseJson } from './json.ts'

const parse = (text: string, options = {}) => parseJson(Buffer.from(text), options)

function refusalOf(text: string) {
  try {
    return { read: parse(text) }
  } catch (thrown) {
    const { code, details } = thrown as Problem
    return { code, pointers: details.errors?.map(({ pointer }) => pointer) }
  }
}

test.each([
  ['{"content":{"a":1e999}}', '#/content/a'],
  ['{"content":{"a":[0,-1E+400]}}', '#/content/a/1'],
  ['{"n":12345678901234567890}', '#/n'],
  ['{"n": -9007199254740993}', '#/n'],
  ['{"n":1e-999}', '#/n'],
  ['1e999', '#'],
])(
  'XC-12: %s is refused with a pointer, for it would be read as another number',
  (text, pointer) => {
    expect(refusalOf(text)).toEqual({ code: 'invalid', pointers: [pointer] })
  },
)

test.each([
  '{"n":9007199254740991,"m":-1.5e300,"k":0e5,"z":0.1,"d":0.30000000000000004}',
  '{"text":": 1e999, 12345678901234567890","id":"0198e123-4567-7e12-9e99-123456789012"}',
  '{"source":"1e9","n":1e9}',
])('XC-12: %s is read as it stands', (text) => {
  expect(parse(text)).toEqual(JSON.parse(text))
})

test('XC-12: so is one of more digits than any that there are', () => {
  for (const n of ['9'.repeat(400), `${'9'.repeat(400)}.5`]) {
    expect(refusalOf(`{"n":${n}}`)).toEqual({ code: 'invalid', pointers: ['#/n'] })
  }
})

test('in a batch a number that is lost is the fault of its own row', () => {
  const text = '{"items":[{"n":1},{"n":1e999}]}'
  const { items } = parse(text, { rows: true }) as { items: unknown[] }
  expect(items.map(jsonFault)).toEqual([null, expect.objectContaining({ pointer: '#/n' })])
})

test('what is nested without an end is refused, with a long number in it and without', () => {
  for (const inside of ['1', '1e999']) {
    const text = '['.repeat(30_000) + inside + ']'.repeat(30_000)
    expect(refusalOf(text)).toMatchObject({ code: 'invalid' })
    expect(() => parse(`{"items":[${text}]}`, { rows: true })).not.toThrow(TypeError)
  }
})
