import { expect, test } from '@jest/globals'
import { contract } from '@sonaqor/contract/contract'
import { get, patch, type Area } from '@sonaqor/contract/endpoint'
import { z } from 'zod'
import { seenIn } from './parse/if-match.ts'
import { implement, operationAt, requireRevision } from './index.ts'
import { isOfStaff, operations } from './operations.ts'
import { createRouter } from './router.ts'

const things = {
  list: get('/things', { access: 'member', summary: 'List', reply: z.object({ n: z.number() }) }),
  show: get('/things/{id}', {
    access: 'member',
    summary: 'Show',
    params: z.strictObject({ id: z.string() }),
    reply: z.object({ n: z.number() }),
  }),
}

const show = () => ({ n: 1 })

const change = {
  change: patch('/things/{id}', {
    access: 'member',
    summary: 'Change',
    params: z.strictObject({ id: z.string() }),
    reply: z.object({ revision: z.number() }),
    revised: true,
  }),
}

test('a handler is given what the caller saw where a thing has a revision, and nowhere else', () => {
  implement(change, { change: (_, { seen }) => ({ revision: seen === null ? 1 : 2 }) })
  // @ts-expect-error a list has no revision
  implement(things, { show, list: (_, { seen }) => seen })
  for (const header of [null, '', ' * '])
    expect(() => requireRevision(seenIn(header), 3)).not.toThrow()
  for (const header of ['"3"', '"2", "3"'])
    expect(() => requireRevision(seenIn(header), 3)).not.toThrow()
  for (const header of ['"2"', '3', 'W/"3"']) {
    expect(() => requireRevision(seenIn(header), 3)).toThrow('It is at revision 3 by now.')
  }
})

test('an endpoint without a handler, or with one that answers otherwise, does not compile', () => {
  // @ts-expect-error nobody answers the list
  expect(implement(things, { show })).toHaveLength(2)
  // @ts-expect-error the reply has a number
  expect(implement(things, { show, list: () => ({ n: 'one' }) })).toHaveLength(2)
  // @ts-expect-error a list has no params to read
  expect(implement(things, { show, list: (_, { params }) => params })).toHaveLength(2)
})

test('a fixed address comes before one with a parameter', () => {
  const report = {
    report: get('/things/report', { access: 'member', summary: 'Report' }),
  }
  const routes = [
    ...implement(things, { list: () => ({ n: 1 }), show: () => ({ n: 1 }) }),
    ...implement(report, { report: () => undefined }),
  ]
  const router = createRouter(routes)
  expect(router.at('/v1/things/report').match('GET')).toMatchObject({
    route: { name: 'things.report' },
  })
  expect(router.at('/v1/things/a%20b').match('GET')).toMatchObject({ params: { id: 'a b' } })
})

test('LG-8 an address leads to the operation that the contract has there, and where tenants are to none of the staff’s', () => {
  for (const operation of operations) {
    const { method, path } = operation.endpoint
    const at = `/v1${path.replaceAll(/\{\w+\}/g, 'x')}`
    const led = operationAt(method, at)?.name
    if (isOfStaff(operation)) expect(led).not.toBe(operation.name)
    else expect(led).toBe(operation.name)
  }
  expect(operationAt('HEAD', '/v1/keys')?.name).toBe('keys.list')
  expect(operationAt('PUT', '/v1/keys')).toBeUndefined()
  expect(operationAt('GET', '/v1/keys/%zz')).toBeUndefined()
})

test('two routes at one address are a fault that no process starts with', () => {
  const routes = implement(things, { list: () => ({ n: 1 }), show: () => ({ n: 1 }) })
  expect(() => createRouter([...routes, ...routes])).toThrow('two routes')
})

test.each(Object.entries<Area>(contract))(
  'XC-10 what is asked of %s is called in limits, metrics and logs as the contract calls it',
  (area, endpoints) => {
    const handlers = Object.fromEntries(Object.keys(endpoints).map((verb) => [verb, () => null]))
    const routes = implement(endpoints, handlers as never)
    expect(routes.map(({ name }) => name)).toEqual(
      Object.keys(endpoints).map((verb) => `${area}.${verb}`),
    )
  },
)
