import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import { uuidv7 } from '../crypto/index.ts'
import { bearer } from '../../testing/toy/principals.ts'
import { startToyProcessWorld } from '../../testing/toy/world.ts'
import { until } from '../../testing/until.ts'
import type { ProcessWorld } from '../../testing/world.ts'

let world: ProcessWorld
const tenantId = uuidv7()
const someone = bearer(tenantId)

beforeAll(async () => {
  world = await startToyProcessWorld()
})
afterAll(() => world.stop())

async function misbehave(how: string) {
  const note = uuidv7()
  const response = await world.ask('/v1/notes/misbehave', { as: someone, json: { how, note } })
  const { rows } = await world.db.query(
    `select id from toy_notes where id = $1 union all
     select id from events where ref ->> 'noteId' = $1::text union all
     select id from audit_entries where target = $1::text`,
    [note],
  )
  return { response, leftBehind: rows.length }
}

test('what succeeds leaves the row, the event and the audit entry', async () => {
  const { response, leftBehind } = await misbehave('wait')
  expect([response.status, leftBehind]).toEqual([200, 3])
})

test.each([
  ['refuse', 409],
  ['crash', 500],
  ['break-the-reply', 500],
  ['step-aside', 500],
  ['swallow-a-fault', 500],
])('what ends in %s is answered with %i and leaves nothing behind', async (how, status) => {
  const { response, leftBehind } = await misbehave(how)
  expect([response.status, leftBehind]).toEqual([status, 0])
})

test('a fault of ours says nothing about itself', async () => {
  const { response } = await misbehave('crash')
  const document = (await response.json()) as ProblemDocument
  expect(document.detail).toBe('Something went wrong on our side.')
  expect(JSON.stringify(document)).not.toContain('a fault of ours')
  await until(() => world.servers[0]!.output().includes('a fault of ours'))
})

test('?environment= narrows what is seen, and cannot widen it', async () => {
  const write = (environment: string) =>
    world.ask('/v1/notes', { as: someone, json: { appId: uuidv7(), environment, text: 'x' } })
  await write('sandbox')
  await write('production')
  const environmentsOf = async (as: typeof someone, query: string) => {
    const reply = (await (await world.ask(`/v1/notes${query}`, { as })).json()) as {
      data: { environment: string }[]
    }
    return [...new Set(reply.data.map(({ environment }) => environment))].toSorted()
  }
  expect(await environmentsOf(someone, '')).toEqual(['production', 'sandbox'])
  expect(await environmentsOf(someone, '?environment=production')).toEqual(['production'])
  const sandboxKey = bearer(tenantId, { kind: 'key', environments: ['sandbox'] })
  expect(await environmentsOf(sandboxKey, '')).toEqual(['sandbox'])
  expect(await environmentsOf(sandboxKey, '?environment=sandbox')).toEqual(['sandbox'])
  expect(await environmentsOf(sandboxKey, '?environment=production')).toEqual([])
})

test('what is written into another environment than the own is refused, by the database itself', async () => {
  const sandboxKey = bearer(tenantId, { kind: 'key', environments: ['sandbox'] })
  const json = { appId: uuidv7(), environment: 'production', text: 'not mine' }
  const response = await world.ask('/v1/notes', { as: sandboxKey, json })
  expect(response.status).toBe(403)
  const { rows } = await world.db.query("select 1 from toy_notes where text = 'not mine'")
  expect(rows).toEqual([])
})

test('a list is read page by page, forwards and back, and each page leads to the next', async () => {
  const as = bearer(uuidv7())
  for (let i = 0; i < 7; i += 1) {
    const json = { appId: uuidv7(), environment: 'sandbox', text: `note ${i}` }
    expect((await world.ask('/v1/notes', { as, json })).status).toBe(201)
  }
  interface Listed {
    data: { text: string }[]
    page: { next: string | null; prev: string | null }
  }
  const read = async (query: string) => {
    const response = await world.ask(`/v1/notes?limit=3${query}`, { as })
    const { data, page } = (await response.json()) as Listed
    return {
      page,
      texts: data.map(({ text }) => text.slice(5)).join(''),
      link: response.headers.get('link'),
    }
  }
  const first = await read('')
  expect([first.texts, first.page.prev]).toEqual(['654', null])
  expect(first.link).toBe(`</v1/notes?limit=3&cursor=${first.page.next}>; rel="next"`)
  const second = await read(`&cursor=${first.page.next}`)
  expect(second.texts).toBe('321')
  const last = await read(`&cursor=${second.page.next}`)
  expect([last.texts, last.page.next]).toEqual(['0', null])
  const back = await read(`&cursor=${last.page.prev}`)
  expect(back.texts).toBe('321')
  expect((await read(`&cursor=${back.page.prev}`)).texts).toBe('654')
  const other = await world.ask(`/v1/notes?environment=sandbox&cursor=${first.page.next}`, { as })
  expect(other.status).toBe(400)
})
