/** What can be done to a request that was well-formed. */
import * as fc from 'fast-check'
import type { Sent } from './requests.ts'
import { strangeBodies, strangeHeaders, strangePaths, strangeQueries } from './strange.ts'

type Spoiler = (sent: Sent) => fc.Arbitrary<Sent>

const but = (sent: Sent, change: Partial<Sent>): Sent => ({ ...sent, ...change })

const spoilers: Readonly<Record<string, Spoiler>> = {
  nothing: (sent) => fc.constant(sent),
  'a value': changeValue,
  'a missing field': dropField,
  'an unknown field': addField,
  'the bytes of the body': (sent) =>
    strangeBodies(sent.body ?? '{}').map((body) => but(sent, { body })),
  headers: (sent) =>
    strangeHeaders.map((headers) => but(sent, { headers: { ...sent.headers, ...headers } })),
  'the query': (sent) =>
    strangeQueries.map((query) => but(sent, { query: `${sent.query}&${query}` })),
  'the path': (sent) => strangePaths(sent.path).map((path) => but(sent, { path })),
  'the method': (sent) =>
    fc
      .constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'PROPFIND', 'QUERY')
      .map((method) => but(sent, { method })),
}

/** One thing is done to a request, and sometimes two. */
export function spoil(sent: Sent): fc.Arbitrary<Sent> {
  return fc.constantFrom(...Object.keys(spoilers)).chain((first) =>
    fc.constantFrom('nothing', 'nothing', 'nothing', ...Object.keys(spoilers)).chain((second) =>
      spoilers[first]!(sent)
        .chain((once) => spoilers[second]!(once))
        .map((done) => but(done, { spoilt: `${first}, ${second}` })),
    ),
  )
}

type Path = readonly (string | number)[]

/** Any value in the body becomes another one. */
function changeValue(sent: Sent): fc.Arbitrary<Sent> {
  return inBody(sent, (body) => {
    const paths = [...pathsIn(body)]
    return fc
      .tuple(fc.constantFrom(...paths), strangeText)
      .map(([path, text]) => replaced(body, path, text))
  })
}

function dropField(sent: Sent): fc.Arbitrary<Sent> {
  return inBody(sent, (body) => {
    const fields = [...pathsIn(body)].filter((path) => typeof path.at(-1) === 'string')
    if (fields.length === 0) return fc.constant(JSON.stringify(body))
    return fc.constantFrom(...fields).map((path) => replaced(body, path, undefined))
  })
}

function addField(sent: Sent): fc.Arbitrary<Sent> {
  return inBody(sent, (body) => {
    const objects = [...pathsIn(body)].filter((path) => isObject(at(body, path)))
    if (objects.length === 0) return fc.constant(JSON.stringify(body))
    const name = fc.constantFrom('id', 'tenantId', 'isAdmin', '__proto__', 'constructor', '$where')
    return fc
      .tuple(fc.constantFrom(...objects), name, strangeText)
      .map(([path, field, text]) => replaced(body, [...path, field], text))
  })
}

/** So deep that our own recursion would break first: what holds it is not spoiled any further. */
const abyss = '{"a":'.repeat(5000)

/** The JSON text of values that programs trip over; some of it no program could write by itself. */
const strangeText = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value)),
  fc.constantFrom(
    'null',
    '""',
    '[]',
    '{}',
    'true',
    '-0',
    '0.1e-400',
    '1e400',
    '-1e308',
    '9007199254740993',
    '123456789012345678901234567890',
    '"\\u0000"',
    '"\\ud800"',
    '"\\udc00\\ud800 turned around"',
    '"\\u202e\\u200b\\ufeff"',
    '"\' or 1=1 --"',
    '"%s%n{{7*7}}${7*7}"',
    '"../../etc/passwd"',
    '"0001-01-01T00:00:00Z"',
    '"9999-12-31T23:59:60+14:00"',
    '"294276-12-31"',
    '{"__proto__":{"isAdmin":true}}',
    '{"constructor":{"prototype":{"isAdmin":true}}}',
    '{"toString":1,"hasOwnProperty":2,"length":-1}',
    `"${'a'.repeat(20_000)}"`,
    `${'['.repeat(200)}${']'.repeat(200)}`,
    `${abyss}1${'}'.repeat(5000)}`,
    `[${'0,'.repeat(2000)}0]`,
  ),
)

function inBody(sent: Sent, change: (body: unknown) => fc.Arbitrary<string>): fc.Arbitrary<Sent> {
  if (sent.body?.includes(abyss)) return fc.constant(sent)
  let parsed: unknown
  try {
    parsed = JSON.parse(sent.body ?? '{}')
  } catch {
    return fc.constant(sent)
  }
  return change(parsed).map((body) => but(sent, { body }))
}

/** Every place in a value, itself the first. */
function* pathsIn(value: unknown, path: Path = []): Generator<Path> {
  yield path
  if (typeof value !== 'object' || value === null) return
  for (const [name, inner] of Object.entries(value)) {
    yield* pathsIn(inner, [...path, Array.isArray(value) ? Number(name) : name])
  }
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<string, unknown>)[step], value)
}

/** The value as JSON text with other text at one place, or with nothing there. */
function replaced(value: unknown, [step, ...rest]: Path, text: string | undefined): string {
  if (step === undefined) return text ?? 'null'
  if (Array.isArray(value)) {
    const items = value.map((inner, i) =>
      i === step ? replaced(inner, rest, text) : JSON.stringify(inner),
    )
    return `[${items.join(',')}]`
  }
  const fields = Object.entries(value as object).filter(([name]) => name !== step)
  const own = (value as Record<string, unknown>)[step]
  const pairs = fields.map(([name, inner]) => [name, JSON.stringify(inner)] as const)
  const changed =
    rest.length === 0 ? text : replaced(Object.hasOwn(value as object, step) ? own : {}, rest, text)
  if (changed !== undefined) pairs.push([String(step), changed])
  return `{${pairs.map(([name, inner]) => `${JSON.stringify(name)}:${inner}`).join(',')}}`
}
