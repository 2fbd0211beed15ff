import { expect, test } from '@jest/globals'
import { get } from '@sonaqor/contract/endpoint'
import { z } from 'zod'
import { implement } from './index.ts'
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

test('two routes at one address are a fault that no process starts with', () => {
  const routes = implement(things, { list: () => ({ n: 1 }), show: () => ({ n: 1 }) })
  expect(() => createRouter([...routes, ...routes])).toThrow('two routes')
})
