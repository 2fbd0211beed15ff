import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { once } from 'node:events'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { text as textOf } from 'node:stream/consumers'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import { uuidv7 } from '../../crypto/index.ts'
import { bearer } from '../../../testing/toy/principals.ts'
import { startToyWorld } from '../../../testing/toy/world.ts'
import type { Ask } from '../../../testing/transport.ts'
import type { World } from '../../../testing/world.ts'

let world: World
const someone = bearer(uuidv7())
const note = { appId: uuidv7(), environment: 'sandbox', text: 'Hello' }

beforeAll(async () => {
  world = await startToyWorld()
})
afterAll(() => world.stop())

const sent = { authorization: `Bearer ${someone.token}`, 'content-type': 'application/json' }
const write = (options: Ask = {}) => world.ask('/v1/notes', { as: someone, ...options })
const read = (path: string, options: Ask = {}) => world.ask(path, { as: someone, ...options })

async function refusalOf(response: Response): Promise<ProblemDocument> {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  const document = (await response.json()) as ProblemDocument
  expect(document.status).toBe(response.status)
  expect(document.instance).toBe(response.headers.get('x-request-id'))
  return document
}

const pointersOf = async (response: Response) =>
  (await refusalOf(response)).errors?.map(({ pointer }) => pointer)

async function countNotes(): Promise<number> {
  const { rows } = await world.db.query<{ count: string }>('select count(*) from toy_notes')
  return Number(rows[0]?.count)
}

test('a request without a credential is refused', async () => {
  const response = await write({ as: null, json: note })
  expect(response.status).toBe(401)
  expect(response.headers.get('www-authenticate')).toContain('Bearer')
  await refusalOf(response)
})

test.each(['Bearer', 'Bearer nonsense', 'Basic dG95OnRveQ==', 'Bearer toy.\u00e9', 'Bearer  '])(
  'a credential like %j is refused',
  async (authorization) => {
    const response = await world.ask('/v1/notes', { headers: { authorization } })
    expect(response.status).toBe(401)
    await refusalOf(response)
  },
)

test('a missing scope is named', async () => {
  const reader = bearer(uuidv7(), { scopes: ['projects:read'] })
  const document = await refusalOf(await write({ as: reader, json: note }))
  expect(document).toMatchObject({ status: 403, code: 'forbidden', scope: 'projects:write' })
})

test('what only members or only staff may do is refused to a key', async () => {
  const key = bearer(uuidv7(), { kind: 'key' })
  for (const door of ['member', 'staff']) {
    expect((await world.ask(`/v1/doors/${door}`, { as: key, method: 'POST' })).status).toBe(403)
  }
})

test('who is refused learns so before what was sent is judged', async () => {
  const reader = bearer(uuidv7(), { scopes: ['projects:read'] })
  expect((await write({ as: reader, body: '{' })).status).toBe(403)
  expect((await write({ as: null, body: 'x'.repeat(70_000) })).status).toBe(401)
})

test.each([
  ['no JSON at all', '{"text":'],
  ['nothing', ''],
  ['bytes that are no UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22])],
])('a body of %s is a bad request', async (_, body) => {
  const response = await write({ body })
  expect(response.status).toBe(400)
  await refusalOf(response)
})

test.each([
  ['unknown', { ...note, colour: 'red' }, ['#/colour']],
  ['of a wrong type', { ...note, text: 7 }, ['#/text']],
  ['missing', { appId: note.appId, text: 'x' }, ['#/environment']],
  ['empty', { ...note, text: '   ' }, ['#/text']],
  ['too long', { ...note, text: 'x'.repeat(81) }, ['#/text']],
  ['deep inside', { ...note, tags: [{ name: 'a' }, { name: 1 }] }, ['#/tags/1/name']],
  ['with a NUL', { ...note, text: 'a\0b' }, ['#/text']],
  ['with half a surrogate pair', { ...note, text: 'a\ud800' }, ['#/text']],
  ['no object', [note], ['#']],
  ['null', null, ['#']],
  [
    'more than one',
    { ...note, text: 1, colour: 'red', 'a/b~c': 1 },
    ['#/text', '#/colour', '#/a~1b~0c'],
  ],
])('a field that is %s is pointed at', async (_, json, pointers) => {
  const response = await write({ json })
  expect(response.status).toBe(422)
  expect(await pointersOf(response)).toEqual(pointers)
})

test.each([
  ['text', undefined, 'is required'],
  ['environment', undefined, 'is required'],
  ['text', 7, 'must be a string'],
  ['text', '  ', 'must not be empty'],
  ['text', 'x'.repeat(81), 'must have at most 80 characters'],
  ['text', 'a\nb', 'must not contain control characters'],
  ['environment', 'moon', 'must be one of "sandbox", "production"'],
  ['appId', 'x', 'must be a UUID'],
  ['tags', 'x', 'must be a list'],
  ['colour', 'red', 'is not a known field'],
])('the fault of %s as %j is told in words that follow its name', async (name, value, detail) => {
  const { errors } = await refusalOf(await write({ json: { ...note, [name]: value } }))
  expect(errors).toEqual([{ detail, pointer: `#/${name}` }])
})

test.each([
  ['limit=x', 'limit', 'must be a number'],
  ['limit=0', 'limit', 'must be at least 1'],
  ['limit=201', 'limit', 'must be at most 200'],
  ['limit=1.5', 'limit', 'must be a whole number'],
  ['colour=red', 'colour', 'is not a known field'],
])('so is that of the query %s', async (query, name, detail) => {
  const { errors } = await refusalOf(await read(`/v1/notes?${query}`))
  expect(errors).toEqual([{ detail, pointer: `?${name}` }])
})

test('a name that reaches for the prototype is refused', async () => {
  const body = `{"appId":"${note.appId}","environment":"sandbox","text":"x","__proto__":{"text":"y"}}`
  const response = await write({ body })
  expect(response.status).toBe(422)
  expect(await pointersOf(response)).toEqual(['#/__proto__'])
})

test('nesting has an end', async () => {
  expect((await write({ body: '['.repeat(20_000) + ']'.repeat(20_000) })).status).toBe(422)
  expect((await write({ body: '{"a":'.repeat(9_000) + '1' + '}'.repeat(9_000) })).status).toBe(422)
})

test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=latin1'])(
  'a body of type %s is not understood',
  async (type) => {
    const response = await write({ body: JSON.stringify(note), headers: { 'content-type': type } })
    expect(response.status).toBe(415)
    await refusalOf(response)
  },
)

test('a compressed body is not understood', async () => {
  const headers = { 'content-encoding': 'gzip' }
  expect((await write({ json: note, headers })).status).toBe(415)
})

test('a body past its bound is refused while it is still being sent', async () => {
  const announced = await write({ json: { ...note, text: 'x'.repeat(70_000) } })
  expect(announced.status).toBe(413)
  expect((await refusalOf(announced)).detail).toContain('65536')
  const { port } = new URL(world.url)
  const request = httpRequest({ port, path: '/v1/notes', method: 'POST', headers: sent })
  for (let i = 0; i < 10; i += 1) request.write(' '.repeat(8_000))
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  expect(response.statusCode).toBe(413)
  request.destroy()
})

test.each(['{"a":1}', 'null', '[]', '""', '{', ' '])(
  'a body where none is expected is refused, as %j is',
  async (body) => {
    const response = await read('/v1/notes/whisper', { method: 'POST', body })
    expect(response.status).toBe(422)
    expect(await pointersOf(response)).toEqual(['#'])
  },
)

test.each(['', '{}', ' {\r\n\t} \n'])(
  'whoever says no more than %j there says nothing, and is answered',
  async (body) => {
    expect((await read('/v1/doors/member', { method: 'POST', body })).status).toBe(204)
  },
)

test.each([
  ['limit=0', ['?limit']],
  ['limit=ten', ['?limit']],
  ['limit=5&limit=6', ['?limit']],
  ['colour=red', ['?colour']],
  ['appId=7', ['?appId']],
  ['environment=staging', ['?environment']],
  ['cursor=a%00b', ['?cursor']],
  ['__proto__=1', ['?__proto__']],
])('the query ?%s is refused with a pointer', async (query, pointers) => {
  const response = await read(`/v1/notes?${query}`)
  expect(response.status).toBe(422)
  expect(await pointersOf(response)).toEqual(pointers)
})

test('a query where none is known is refused', async () => {
  expect(await pointersOf(await read('/v1/doors/open?a=1'))).toEqual(['?a'])
})

test.each(['nonsense', Buffer.alloc(40).toString('base64url'), '\u00e9'])(
  'the cursor %j is not one of ours',
  async (cursor) => {
    const response = await read(`/v1/notes?${new URLSearchParams({ cursor })}`)
    expect(response.status).toBe(400)
    await refusalOf(response)
  },
)

test.each(['/v1/notes/7', '/v1/notes/%00', `/v1/notes/${uuidv7()}`, '/v1/nowhere', '/v1', '/v1/'])(
  'nothing is at %s',
  async (path) => {
    const response = await read(path)
    expect(response.status).toBe(404)
    await refusalOf(response)
  },
)

test('an address that is not well-formed is a bad request', async () => {
  expect((await read('/v1/notes/%E0%A4%A')).status).toBe(400)
})

test('a method that an address does not know is refused with those that it knows', async () => {
  const response = await read('/v1/notes', { method: 'DELETE' })
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe('GET, POST, OPTIONS')
  await refusalOf(response)
})

test('what is not HTTP is answered with a problem and a closed connection', async () => {
  const socket = connect(Number(new URL(world.url).port), '127.0.0.1')
  socket.write('NONSENSE\r\n\r\n')
  const answer = await textOf(socket)
  expect(answer).toContain('400 Bad Request')
  expect(answer).toContain('application/problem+json')
})

test('an idempotency key with spaces is a bad request', async () => {
  const headers = { 'idempotency-key': 'two words' }
  expect((await write({ json: note, headers })).status).toBe(400)
})

test('of all that was refused, nothing was written', async () => {
  expect(await countNotes()).toBe(0)
  const events = await world.db.query('select 1 from events union all select 1 from audit_entries')
  expect(events.rowCount).toBe(0)
})

test('what is written is answered with what the contract declares, and no more', async () => {
  const response = await write({ json: note })
  expect(response.status).toBe(201)
  expect(await response.json()).toEqual({ id: expect.any(String), ...note })
})

test('an answer that the caller has already is not sent again', async () => {
  const first = await read('/v1/notes')
  const etag = first.headers.get('etag')!
  const second = await read('/v1/notes', { headers: { 'if-none-match': etag } })
  expect([second.status, await second.text()]).toEqual([304, ''])
  expect((await read('/v1/notes', { method: 'HEAD' })).status).toBe(200)
})

test('no answer is kept, framed or sniffed by a browser', async () => {
  const { headers } = await read('/v1/notes')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})
