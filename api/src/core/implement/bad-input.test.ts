import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import { uuidv7 } from '../crypto/index.ts'
import { bearer } from '../../testing/toy/principals.ts'
import { startToyWorld } from '../../testing/toy/world.ts'
import type { Ask } from '../../testing/transport.ts'
import type { World } from '../../testing/world.ts'

let world: World
const someone = bearer(uuidv7())
const note = { appId: uuidv7(), environment: 'sandbox', text: 'Hello' }

beforeAll(async () => {
  world = await startToyWorld()
})
afterAll(() => world.stop())

const write = (options: Ask = {}) => world.ask('/v1/notes', { as: someone, json: note, ...options })

async function refusalOf(response: Response): Promise<ProblemDocument> {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  const document = (await response.json()) as ProblemDocument
  expect(document.status).toBe(response.status)
  expect(document.instance).toBe(response.headers.get('x-request-id'))
  return document
}

const pointersOf = async (response: Response) =>
  (await refusalOf(response)).errors?.map(({ pointer }) => pointer)

const countNotes = async () =>
  Number((await world.db.query('select count(*) from toy_notes')).rows[0].count)

test('a request without a credential is refused before its body is read', async () => {
  const response = await write({ as: null })
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
  const document = await refusalOf(await write({ as: reader }))
  expect(document).toMatchObject({ status: 403, code: 'forbidden', scope: 'projects:write' })
})

test('what only members or only staff may do is refused to a key', async () => {
  const key = bearer(uuidv7(), { kind: 'key' })
  for (const door of ['member', 'staff']) {
    expect((await world.ask(`/v1/doors/${door}`, { as: key, method: 'POST' })).status).toBe(403)
  }
})

test('what is written is answered with what the contract declares, and no more', async () => {
  const response = await write()
  expect(response.status).toBe(201)
  expect(await response.json()).toEqual({ id: expect.any(String), ...note })
})
