import { expect, test } from '@jest/globals'
import type { AttemptRow } from './deliveries.store.ts'
import { shownAttempt } from './exposure.ts'

const location = 'https://receiver.test/after/the-answer'
const row: AttemptRow = {
  tenant_id: '01920000-0000-7000-8000-000000000001',
  delivery_id: '01920000-0000-7000-8000-000000000002',
  number: 1,
  at: new Date(0),
  cause: 'schedule',
  status: 302,
  fault: 'redirect',
  detail: `redirects are not followed: ${location}`,
  latency_ms: 12,
  dns_ms: null,
  connect_ms: null,
  tls_ms: null,
  first_byte_ms: null,
  address: null,
  url: 'https://receiver.test/hooks',
  request_headers: {},
  response_headers: { location },
  response_body: null,
  response_bytes: 0,
  response_cut: false,
}

test('WH-4 XC-2: where an answer leads on to is held back with it, also in what is said of the attempt', () => {
  expect(shownAttempt(row, true)).toMatchObject({
    detail: row.detail,
    response: { headers: { location } },
  })
  const held = shownAttempt(row, false)
  expect(held.detail).toBe('redirects are not followed')
  expect(JSON.stringify(held)).not.toContain('the-answer')
})
