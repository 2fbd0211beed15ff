/** WH-10: how `listen` is called, and what it says where it was called wrongly. */
import { describe, expect, test } from '@jest/globals'
import { contract } from '@sonaqor/contract'
import { routesFor } from './operations-source.ts'
import { clientOf, type ClientOptions } from './src/client.ts'
import type { InboxApi } from './src/listen/inbox-api.ts'
import { startInTerminal } from './testing/terminal.ts'

const env = { SONAQOR_API_KEY: 'sq_test_own', SONAQOR_URL: 'https://sonaqor.example' }
const to = ['--forward-to', 'http://localhost:3000/hooks']

const createApi = (options: ClientOptions) =>
  clientOf(routesFor(contract), {
    ...options,
    fetch: () => Promise.reject(new TypeError('it was sent')),
  }) as unknown as InboxApi

async function called(args: readonly string[], variables: Record<string, string> = env) {
  const terminal = startInTerminal(args, { env: variables, createApi })
  return { code: await terminal.code, out: terminal.out(), err: terminal.err() }
}

test.each([[[]], [['--help']], [['listen', '-h']]])(
  'WH-10 %j says all that it takes',
  async (args) => {
    const { code, out } = await called(args, {})
    expect(code).toBe(0)
    for (const name of ['--forward-to', '--api-key', '--base-url', '--events', 'customers:read']) {
      expect(out).toContain(name)
    }
  },
)

test('WH-10 it says its version', async () => {
  expect(await called(['--version'], {})).toEqual({ code: 0, out: '0.0.0\n', err: '' })
})

describe('WH-10: nothing is sent, and it is said what is wrong,', () => {
  test.each<[string, string[], string, Record<string, string>?]>([
    ['without a command', to, 'listen'],
    ['with another one', ['lisen', ...to], '"lisen"'],
    ['with an option that there is not', ['listen', ...to, '--skip-verify'], "'--skip-verify'"],
    ['without a place to forward to', ['listen'], '--forward-to'],
    ['with one that is no address', ['listen', '--forward-to', 'ftp://localhost'], 'ftp:'],
    ['without a key', ['listen', ...to], 'SONAQOR_API_KEY', { SONAQOR_URL: 'https://a.example' }],
    ['with a key of production', ['listen', ...to, '--api-key', 'sq_live_x'], 'sq_test_'],
    ['without an address', ['listen', ...to], 'SONAQOR_URL', { SONAQOR_API_KEY: 'sq_test_x' }],
    ['with half an address', ['listen', ...to, '--base-url', 'sonaqor'], '--base-url'],
    ['with no types', ['listen', ...to, '--events', ' , '], '--events'],
  ])('%s', async (...[, args, said, variables]) => {
    const { code, out, err } = await called(args, variables)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(said)
    expect(err).not.toContain('it was sent')
  })
})

test('WH-10 it ends where nothing answers, and says where it asked', async () => {
  const unheard = { ...env, SONAQOR_URL: 'http://127.0.0.1:9' }
  const { code, err } = await called(['listen', '--forward-to', '3000'], unheard)
  expect(code).toBe(1)
  expect(err).toContain('http://127.0.0.1:9')
})
