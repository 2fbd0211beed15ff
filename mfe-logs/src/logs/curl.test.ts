import { logDetailOf } from '@sonaqor/storybook/fixtures/logs'
import { expect, test } from '@jest/globals'
import { curlOf } from './curl.ts'

test('LG-4: a logged request can be copied as a command, with the key left to its owner', () => {
  expect(curlOf(logDetailOf(), 'https://api.example').split(' \\\n  ')).toEqual([
    `curl "https://api.example"'/v1/customers'`,
    '--request POST',
    '--header "Authorization: Bearer $SONAQOR_KEY"',
    `--header 'content-type: application/json'`,
    `--header 'user-agent: northwind-checkout/4.2'`,
    `--data-raw '{"reference":"cust-1042","name":"[redacted]","region":"Bavaria"}'`,
  ])
})

test('LG-4: what is in a body or a query cannot break out of the command', () => {
  const text = `{"name":"O'Neil $(reboot)"}`
  const detail = logDetailOf({
    query: 'q=it%27s',
    request: { headers: {}, body: { text, bytes: text.length, cut: false } },
  })
  expect(curlOf(detail)).toContain(`'/v1/customers?q=it%27s'`)
  expect(curlOf(detail)).toContain(String.raw`--data-raw '{"name":"O'\''Neil $(reboot)"}'`)
})
