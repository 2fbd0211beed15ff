import { expect, test } from '@jest/globals'
import { apiVersions } from './api-versions.ts'
import { createClient, ProblemError, type ClientRequest } from './client.ts'
import { problemCodes, problems, ProblemDocument, problemType } from './problem.ts'

const id = '01a1fcc2-cf51-71fc-be12-929cf7141a37'

/** A client whose requests are kept, and answered with whatever a test says. */
function clientThat(answers: { status: number; body?: unknown }) {
  const sent: ClientRequest[] = []
  const api = createClient(async (request) => {
    sent.push(request)
    return { status: answers.status, body: answers.body }
  })
  return { api, sent }
}

test('XC-15 a call becomes method, path and query, in the version that the page was made for', async () => {
  const { api, sent } = clientThat({ status: 200, body: { data: [] } })
  await api.keys.list({ query: { limit: 10, state: 'active', cursor: '' } })
  await api.keys.list()
  await api.keys.show({ params: { id: 'a/b?c' } })
  expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /v1/keys?limit=10&state=active',
    'GET /v1/keys',
    'GET /v1/keys/a%2Fb%3Fc',
  ])
  // Nothing is sent with it but the version that the page was made for.
  const headers = { 'sonaqor-version': apiVersions.at(-1)!.date }
  expect(sent.map((request) => request.headers)).toEqual([headers, headers, headers])
})

test('each write has a key of its own, unless the caller names one', async () => {
  const { api, sent } = clientThat({ status: 201, body: {} })
  const body = { name: 'One' }
  await api.projects.create({ body })
  await api.projects.create({ body })
  await api.projects.create({ body, idempotencyKey: 'mine' })
  const keys = sent.map(({ headers }) => headers['idempotency-key'])
  expect(new Set(keys).size).toBe(3)
  expect(keys[2]).toBe('mine')
  expect(sent[0]?.body).toEqual(body)
})

test('a revision travels as the tag that HTTP knows', async () => {
  const { api, sent } = clientThat({ status: 200, body: {} })
  await api.keys.revoke({ params: { id }, ifMatch: 3 })
  expect(sent[0]?.headers['if-match']).toBe('"3"')
  expect(sent[0]).not.toHaveProperty('body')
})

test('an answer is handed on as it is, also with what this client does not know', async () => {
  const body = { id, state: 'something new', more: true }
  const { api } = clientThat({ status: 200, body })
  expect(await api.keys.show({ params: { id } })).toBe(body)
})

test('a refusal is thrown, as the API put it', async () => {
  const problem = { status: 404, code: 'not-found', detail: 'There is no key with this id.' }
  const { api } = clientThat({ status: 404, body: problem })
  const refused = api.keys.show({ params: { id } })
  await expect(refused).rejects.toBeInstanceOf(ProblemError)
  await expect(refused).rejects.toMatchObject({ message: problem.detail, problem })
})

test('every problem has a status, a fix and a page of its own, but for the one that IANA knows', () => {
  for (const code of problemCodes) {
    const { status, title, fix } = problems[code]
    expect(status).toBeGreaterThanOrEqual(400)
    expect([title, fix].every((text) => text.length > 10)).toBe(true)
    const type = problemType(code)
    expect(type).toMatch(
      code === 'quota-exceeded' ? /^https:\/\/iana\.org\// : /^\/docs\/problems\//,
    )
    const document = { type, title, status, code, detail: 'x', instance: id }
    expect(ProblemDocument.parse(document)).toEqual(document)
  }
})
