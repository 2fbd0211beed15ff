import { expect, test } from '@jest/globals'
import { secretIn } from './secret-in.ts'

const secret = 'sq_test_0000000000000000000000000000004Dr3bM'

test.each([
  secret,
  ` ${secret}\n`,
  `SONAQOR_API_KEY=${secret}`,
  `curl https://api --header "Authorization: Bearer ${secret}"`,
  `{"key":"${secret}","again":"${secret}"}`,
])('KY-8: a key is found in what stands around it: %#', (text) => {
  expect(secretIn(text)).toEqual({ is: 'whole', secret })
})

test.each([
  ['hello', { is: 'no-key' }],
  ['sk_live_abc', { is: 'no-key' }],
  [`${secret} sq_live_another`, { is: 'several' }],
  [`${secret.slice(0, -1)}N`, { is: 'damaged', environment: 'sandbox', length: 44 }],
  [secret.slice(0, -3), { is: 'damaged', environment: 'sandbox', length: 41 }],
  [`${secret}x`, { is: 'damaged', environment: 'sandbox', length: 45 }],
  ['sq_live_', { is: 'damaged', environment: 'production', length: 8 }],
])('KY-2 KY-8: what cannot be one is told without asking anybody: %s', (text, read) => {
  expect(secretIn(text)).toEqual(read)
})
