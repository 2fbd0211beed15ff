/** LG-8: an editor in which the redacted fields are empty. */
import { logDetailOf } from '@sonaqor/storybook/fixtures/logs'
import { expect, test } from '@jest/globals'
import type { LogDetail } from '@sonaqor/contract/logs'
import { againOf, draftOf, stillEmpty } from './draft.ts'

const known = { keyId: 'k', hasValues: true }
const withBody = (value: unknown, change: Partial<LogDetail> = {}) => {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const { request } = logDetailOf()
  const body = { text, bytes: text.length, cut: false, isHeldBack: false }
  return logDetailOf({ request: { ...request, body }, ...change })
}

test('LG-8: what the log does not hold is empty, and the rest is as it was', () => {
  const { draft, emptied } = draftOf(
    withBody({
      reference: 'c-1',
      name: '[redacted]',
      note: 'For [redacted], soon',
      amount: 0,
      items: [{ email: '[redacted]' }, { colour: '[string]', size: '[number]' }],
      long: '[5000 characters]',
      told: 'Phone number [redacted]',
    }),
    known,
  )
  expect(JSON.parse(draft.body)).toEqual({
    reference: 'c-1',
    name: '',
    note: '',
    amount: 0,
    items: [{ email: '' }, { colour: '', size: null }],
    long: '',
    told: '',
  })
  expect(emptied).toEqual([
    'name',
    'note',
    'items[0].email',
    'items[1].colour',
    'items[1].size',
    'long',
    'told',
  ])
  expect(stillEmpty(draft.body, emptied)).toEqual(emptied)
  const filled = draft.body.replace('"name": ""', '"name": "Ada"')
  expect(stillEmpty(filled, emptied)).not.toContain('name')
  expect(stillEmpty('no JSON', emptied)).toEqual([])
})

test('LG-8: who sees no values gets a body of none, with every field to fill in', () => {
  const detail = withBody({ externalId: 'string', amount: 'number', gone: 'null' })
  const { draft, emptied } = draftOf(detail, { keyId: 'k', hasValues: false })
  expect(JSON.parse(draft.body)).toEqual({ externalId: '', amount: null, gone: null })
  expect(emptied).toEqual(['externalId', 'amount', 'gone'])
})

test('LG-8: query, path and headers are as they were but for what was redacted', () => {
  const detail = withBody('{}', {
    path: '/v1/customers/[redacted]/notes',
    query: 'limit=10&search=[redacted]&on',
  })
  const { draft } = draftOf(detail, known)
  expect(draft).toMatchObject({ segments: [''], query: 'limit=10\nsearch=\non' })
  expect(draft.headers).toMatchObject({ 'content-type': 'application/json', accept: '' })
  const sent = againOf(detail, {
    ...draft,
    segments: ['a b/c'],
    query: 'limit=10\nsearch=Zoë & co\n\non',
  })
  expect(sent).toEqual({
    keyId: 'k',
    path: '/v1/customers/a%20b%2Fc/notes',
    query: 'limit=10&search=Zo%C3%AB%20%26%20co&on',
    headers: { 'content-type': 'application/json' },
    body: '{}',
    copyToSandbox: false,
  })
})

test('LG-8: what reads has no body, and what came from production says that it is a copy', () => {
  const detail = withBody('', { method: 'GET', environment: 'production' })
  const { draft } = draftOf(detail, known)
  expect(againOf(detail, { ...draft, body: 'left over' })).toMatchObject({
    body: null,
    copyToSandbox: true,
  })
})
