import { PassThrough } from 'node:stream'
import type { IncomingMessage } from 'node:http'
import { expect, test } from '@jest/globals'
import { createBodyReader, isLarge } from './body.ts'

const kiB = 1024
const bounds = { largeBytes: 256 * kiB, smallBytes: 128 * kiB, paceMs: 100 }

const chunked = { 'transfer-encoding': 'chunked' }

type Fake = PassThrough & IncomingMessage

/** A request whose body comes as the test writes it. */
function requestOf(headers: Record<string, string> = chunked): Fake {
  return Object.assign(new PassThrough(), { headers }) as unknown as Fake
}

const codeOf = (reading: Promise<unknown>) =>
  reading.then(
    () => 'read',
    (error: { code?: string }) => error.code,
  )

test('Reliability: a body that stalls is cut off, however much of it has come', async () => {
  const read = createBodyReader(bounds)
  for (const came of [1, 200 * kiB]) {
    const request = requestOf()
    const reading = codeOf(read(request, 250 * kiB))
    request.write(Buffer.alloc(came))
    expect(await reading).toBe('bad-request')
  }
})

test('Reliability: a body that keeps the pace is read to its end', async () => {
  const read = createBodyReader({ ...bounds, largeBytes: 1024 * kiB })
  const request = requestOf()
  const reading = read(request, 1024 * kiB)
  const feeding = setInterval(() => request.write(Buffer.alloc(64 * kiB)), 40)
  setTimeout(() => request.end(), 450)
  const { bytes } = await reading
  clearInterval(feeding)
  expect(bytes.length).toBeGreaterThanOrEqual(5 * 64 * kiB)
})

test('Reliability: large bodies have no room that small ones need, and what is cut off gives it back', async () => {
  const read = createBodyReader(bounds)
  const large = requestOf()
  const holding = codeOf(read(large, 256 * kiB))
  large.write(Buffer.alloc(256 * kiB - 2))
  const further = requestOf()
  const refused = codeOf(read(further, 250 * kiB))
  further.write(Buffer.alloc(32 * kiB))
  expect(await refused).toBe('overloaded')
  const small = requestOf({ 'content-length': '5' })
  const reading = read(small, 250 * kiB)
  small.end('small')
  expect((await reading).bytes.toString()).toBe('small')
  expect(await holding).toBe('bad-request')
  const after = requestOf()
  const taken = codeOf(read(after, 250 * kiB))
  after.end(Buffer.alloc(200 * kiB))
  expect(await taken).toBe('read')
})

test('a body is large where it may become so, whatever is said of its length', () => {
  const max = 250 * kiB
  expect(isLarge(requestOf({ 'content-length': String(64 * kiB) }), max)).toBe(false)
  expect(isLarge(requestOf({ 'content-length': String(65 * kiB) }), max)).toBe(true)
  expect(isLarge(requestOf(), max)).toBe(true)
  expect(isLarge(requestOf(), 64 * kiB)).toBe(false)
})
