import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { clientOverHttp } from './over-http.ts'

let server: Server
let url: string
let asked: { request: IncomingMessage; body: string }
let answer: { status: number; body: string }

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => (body += part))
    request.on('end', () => {
      asked = { request, body }
      const headers = { 'content-type': 'application/json; charset=utf-8' }
      response.writeHead(answer.status, headers).end(answer.body)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((done) => server.close(done)))

test('a call carries the token and its body, and gives the answer', async () => {
  answer = { status: 201, body: '{"id":"p1"}' }
  const made = await clientOverHttp(url, 't1').projects.create({ body: { name: 'One' } })
  expect(made).toEqual({ id: 'p1' })
  const { method, url: path, headers } = asked.request
  expect([method, path, asked.body]).toEqual(['POST', '/v1/projects', '{"name":"One"}'])
  expect(headers).toMatchObject({
    authorization: 'Bearer t1',
    'content-type': 'application/json',
  })
})

test('a stranger sends no token, and no answer is an answer', async () => {
  answer = { status: 204, body: '' }
  expect(await clientOverHttp(url).auth.signOut()).toBeUndefined()
  expect(asked.request.headers.authorization).toBeUndefined()
})

test('a refusal rejects as the API put it', async () => {
  answer = { status: 404, body: '{"code":"not-found","detail":"There is no such key."}' }
  const call = clientOverHttp(url, 't1').keys.show({ params: { id: 'k1' } })
  await expect(call).rejects.toMatchObject({ problem: { code: 'not-found' } })
})
