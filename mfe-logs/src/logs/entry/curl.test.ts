import { logDetailOf } from '@sonaqor/storybook/fixtures/logs'
import { sayIn } from '@sonaqor/module/texts'
import { expect, test } from '@jest/globals'
import { curlOf } from './curl.ts'

const options = { say: sayIn('en'), origin: 'https://api.example' }

/** A logged request with this body. */
const withBody = (
  text: string,
  part: { readonly cut?: boolean; readonly query?: string; readonly isHeldBack?: boolean } = {},
) =>
  logDetailOf({
    query: part.query ?? '',
    request: {
      headers: {},
      body: {
        text,
        bytes: text.length,
        cut: part.cut ?? false,
        isHeldBack: part.isHeldBack ?? false,
      },
    },
  })

const linesOf = (command: string) => command.split('\n').map((line) => line.trim())

test('LG-4: a logged request can be copied as a command, with the key left to its owner', () => {
  const [, ...command] = linesOf(curlOf(logDetailOf(), options))
  expect(command).toEqual([
    `curl 'https://api.example/v1/customers' \\`,
    '--request POST \\',
    '--header "Authorization: Bearer $SONAQOR_API_KEY" \\',
    `--header 'content-type: application/json' \\`,
    `--header 'user-agent: northwind-checkout/4.2' \\`,
    `--data-raw '{"reference":"cust-1042","name":[redacted],"region":"Bavaria"}'`,
  ])
})

test('LG-4: what the log redacts is said above the command, and is nothing that a server takes', () => {
  const body =
    '{"name":"[redacted]","note":"call \\"[redacted]\\" back","long":"[5000 characters]","ok":true}'
  const command = curlOf(withBody(body, { query: 'email=[redacted]' }), options)
  expect(linesOf(command)[0]).toMatch(
    /^# Some values were redacted in the log\. Replace each \[redacted\]/,
  )
  expect(command).toContain(
    `--data-raw '{"name":[redacted],"note":[redacted],"long":[redacted],"ok":true}'`,
  )
  expect(command).toContain(`'https://api.example/v1/customers?email=[redacted]'`)
  expect(command).not.toContain('"[redacted]"')
})

test('XC-2: to whoever sees the structure of a body alone, all of its values are missing, and it is said why', () => {
  const heldBack = { isHeldBack: true }
  const shown = '{"string":"string","lines":[{"quantity":"number"}],"none":"null"}'
  expect(curlOf(withBody(shown, heldBack), options)).toContain(
    `--data-raw '{"string":[not-shown],"lines":[{"quantity":[not-shown]}],"none":[not-shown]}'`,
  )
  const unread = curlOf(withBody('', heldBack), options)
  expect(unread).toContain(`--data-raw '[not-shown]'`)
  expect(linesOf(unread)[0]).toMatch(/^# .*takes customers:read\. Replace each \[not-shown\]/)
  expect(unread).not.toContain('redacted')
})

test('LG-4: a command that redacts nothing says nothing, and one of a body that was cut says so', () => {
  expect(linesOf(curlOf(withBody('{"ok":true}'), options))[0]).toMatch(/^curl /)
  expect(linesOf(curlOf(withBody('{"ok":tr', { cut: true }), options))[0]).toMatch(
    /^# The log keeps the beginning of the body alone/,
  )
})

test('LG-4: what is in a body or a query cannot break out of the command', () => {
  const text = `{"name":"O'Neil $(reboot)"}`
  const command = curlOf(withBody(text, { query: 'q=it%27s' }), { ...options, origin: undefined })
  expect(command).toContain(`curl "$SONAQOR_URL"'/v1/customers?q=it%27s'`)
  expect(command).toContain(String.raw`--data-raw '{"name":"O'\''Neil $(reboot)"}'`)
})
