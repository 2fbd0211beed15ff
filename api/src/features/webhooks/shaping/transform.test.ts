import { describe, expect, test } from '@jest/globals'
import * as shaping from './transform.ts'
import { triedAtOnceMax, trying } from './trying.ts'

const payload = {
  type: 'keys.issued',
  timestamp: '2026-03-01T12:00:00.000Z',
  data: { id: 'k1', amount: '10.00', tags: ['a', 'b'] },
}

const transform = (code: string, event: object) => shaping.transform('tenant', code, event)
const timed = (code: string) => shaping.transformTimed('tenant', code, payload)
const faultIn = (code: string) => shaping.faultIn('tenant', code)

const body = (statements: string) => `function transform(event) { ${statements} }`
const faultOf = async (code: string) => {
  const transformed = await transform(code, payload)
  return 'fault' in transformed ? transformed.fault : transformed
}

test('WH-8: what a transformation returns is sent, and null sends nothing', async () => {
  const short = 'const transform = ({ type, data }) => ({ text: type + " " + data.id })'
  expect(await transform(short, payload)).toEqual({ after: { text: 'keys.issued k1' } })
  expect(await transform(body('event.data.more = 1; return event'), payload)).toEqual({
    after: { ...payload, data: { ...payload.data, more: 1 } },
  })
  expect(await transform(body('return null'), payload)).toEqual({ after: null })
})

describe('WH-8: a transformation that fails is told where, and what would do', () => {
  test.each([
    ['const transform = ;', "SyntaxError: unexpected token in expression: ';'", 1, 19],
    [
      'function transform(event) {\n  return event.data.nope.there\n}',
      "TypeError: cannot read property 'there' of undefined",
      2,
      25,
    ],
    [body('throw new RangeError("no")'), 'RangeError: no', 1, 49],
    [body('throw "only text"'), 'only text', null, null],
    [
      'function transform(event) {\n  return { ...event, at: Math.random() }\n}',
      'TypeError: Math.random is not there: a transformation must come to the same with each attempt',
      2,
      37,
    ],
    ['const other = 1', 'There is no function of the name "transform".', null, null],
    [body(''), 'TypeError: transform answered nothing: return the event, or null', null, null],
    [body('return []'), 'TypeError: transform must return an object, or null', null, null],
    [body('return transform'), 'TypeError: transform must return an object, or null', null, null],
    [
      'async function transform(event) { return event }',
      'TypeError: transform answered a promise: nothing here comes later',
      null,
      null,
    ],
    [
      body('return { toJSON: () => 5 }'),
      'TypeError: transform must return an object that JSON can hold, or null',
      null,
      null,
    ],
    [
      body('return { text: "€".repeat(7000) }'),
      'TypeError: transform returned more than 20000 bytes',
      null,
      null,
    ],
  ])('%s', async (code, message, line, column) => {
    expect(await faultOf(code)).toEqual({ message, line, column })
  })

  test('and so is code that has met no event yet', async () => {
    expect(await faultIn(body('return event.no.such.thing'))).toBeNull()
    expect(await faultIn('function transform(event) { return')).toMatchObject({ line: 1 })
    expect(await faultIn('')).toMatchObject({ message: expect.stringContaining('"transform"') })
  })
})

describe('WH-8: code that does not come to an end is ended', () => {
  test.each([
    'for (;;);',
    'try { for (;;); } catch { return event } finally { for (;;); }',
    'return { get text() { for (;;); } }',
    'return { toJSON() { for (;;); } }',
    'return new Proxy({}, { ownKeys() { for (;;); } })',
    'throw { get message() { for (;;); } }',
    'Object.defineProperty(Object.prototype, "stack", { get() { for (;;); } }); throw {}',
    'return { ok: /(a+)+$/.test("a".repeat(40) + "b") }',
    // It asks for no time while it is at it, so its whole thread is ended.
    'return { length: new Array(1e9).join("x").length }',
  ])('%s', async (statements) => {
    const tooLong = { message: 'It took longer than 100 ms.', line: null, column: null }
    expect(await faultOf(body(statements))).toEqual(tooLong)
  })
})

describe('WH-8: code that takes more than it is given fails alone', () => {
  const memory = /out of memory|longer than/
  const depth = /stack overflow|too deep|longer than/
  test.each([
    ['const all = []; for (;;) all.push({})', memory],
    ['const all = []; for (;;) all.push("x".repeat(100000) + all.length)', memory],
    ['const two = [new Uint8Array(9e6), new Uint8Array(9e6)]; return event', /out of memory/],
    ['return { text: "x".repeat(1e9) }', memory],
    ['return { all: [...new Array(3e6).fill(0)] }', memory],
    ['return transform(event)', depth],
    ['let o = {}; for (let i = 0; i < 20000; i++) o = { o }; return o', depth],
    ['return eval("(".repeat(100000))', depth],
  ])('%s', async (statements, message) => {
    expect(await faultOf(body(statements))).toMatchObject({
      message: expect.stringMatching(message),
    })
    expect(await transform(body('return event'), payload)).toEqual({ after: payload })
  })

  test('and so does code that is too deep to be read', async () => {
    expect(await faultOf('('.repeat(10_000))).toMatchObject({ message: 'It went too deep.' })
  })
})

test('WH-8: one transformation that hangs delays no other', async () => {
  const done: string[] = []
  const hanging = Array.from({ length: 4 }, () =>
    transform(body('return { n: new Array(1e9).join().length }'), payload).then(() =>
      done.push('hanging'),
    ),
  )
  const other = transform(body('return event'), payload).then(() => done.push('other'))
  await Promise.all([...hanging, other])
  expect(done.indexOf('other')).toBeLessThan(3)
})

test('WH-8: a transformation is told for how long it ran, not for how long it waited for its turn', async () => {
  const endless = body('for (;;);')
  const [stopped, quick] = await Promise.all([timed(endless), timed(body('return event'))])
  expect(stopped.transformed).toMatchObject({ fault: { message: 'It took longer than 100 ms.' } })
  // Where the clock of processor time is coarse, what is quick took none of it.
  expect(quick.ranMs).toBeLessThan(stopped.ranMs)
  expect(stopped.ranMs).toBeLessThanOrEqual(100)
})

test("WH-3: one tenant's transformations that hang, of many codes, delay no other tenant's", async () => {
  const done: string[] = []
  const hanging = Array.from({ length: 4 }, (_, n) =>
    shaping
      .transform('hanging', body(`return { n${n}: new Array(1e9).join().length }`), payload)
      .then(() => done.push('hanging')),
  )
  const other = shaping
    .transform('other', body('return event'), payload)
    .then(() => done.push('other'))
  await Promise.all([...hanging, other])
  expect(done.indexOf('other')).toBeLessThan(3)
})

const one = () => Promise.resolve('run')

test('WH-3: a tenant tries a few transformations at once, and no other is refused by it', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const first = Array.from({ length: triedAtOnceMax }, () => trying('many', () => promise))
  await expect(trying('many', one)).rejects.toMatchObject({ code: 'quota-exceeded' })
  expect(await trying('other', one)).toBe('run')
  resolve()
  await Promise.all(first)
  expect(await trying('many', one)).toBe('run')
})

test('WH-8: a transformation sees nothing but its event, and the clock of its event', async () => {
  const code = body(`return {
    process: typeof process, require: typeof require, fetch: typeof fetch, random: typeof Math.random,
    viaFunction: (() => {}).constructor('return typeof process')(),
    clock: [Date.now(), +new Date(), +new (class extends Date {})(), +new (new Date(1).constructor)()],
    text: Date(), hidden: Object.getPrototypeOf(Date) === Function.prototype,
    zone: new Date(2026, 5, 1).toISOString(), said: new Date('2026-02-03').toISOString(),
  }`)
  const now = Date.parse(payload.timestamp)
  expect(await transform(code, payload)).toEqual({
    after: {
      process: 'undefined',
      require: 'undefined',
      fetch: 'undefined',
      random: 'function',
      viaFunction: 'undefined',
      clock: [now, now, now, now],
      text: expect.stringContaining('Mar 01 2026 12:00:00'),
      hidden: true,
      zone: '2026-06-01T00:00:00.000Z',
      said: '2026-02-03T00:00:00.000Z',
    },
  })
  expect(await faultOf(body('return import("node:fs")'))).toMatchObject({
    message: expect.stringContaining('promise'),
  })
})

test('WH-8: what one transformation changes, no other finds', async () => {
  const games = body(`
    JSON.stringify = () => '{}'; JSON.parse = null; Array.isArray = () => true
    globalThis.left = 1; Object.prototype.left = 1
    return { own: event.data.id }`)
  expect(await transform(games, payload)).toEqual({ after: { own: 'k1' } })
  expect(await faultOf(body('Object.prototype.toJSON = () => 5; return event'))).toHaveProperty(
    'message',
  )
  expect(
    await transform(body('return { left: typeof left, own: {}.left === 1 }'), payload),
  ).toEqual({
    after: { left: 'undefined', own: false },
  })
  const polluting = body(`return JSON.parse('{"__proto__":{"polluted":1}}')`)
  const transformed = await transform(polluting, payload)
  expect('after' in transformed && Object.hasOwn(transformed.after ?? {}, '__proto__')).toBe(true)
  expect('polluted' in {}).toBe(false)
})
