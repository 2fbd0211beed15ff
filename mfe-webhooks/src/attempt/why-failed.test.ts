/** WH-4: why an attempt failed is told in the language of the reader. */
import { attemptFaults } from '@sonaqor/contract/webhook-bounds'
import { loadTexts, sayIn } from '@sonaqor/module/texts'
import { attemptOf } from '@sonaqor/storybook/fixtures/webhooks'
import { beforeAll, expect, test } from '@jest/globals'
import { languages } from './texts/index.ts'
import { whyFailed } from './why-failed.ts'

beforeAll(() => loadTexts('de', languages))
const german = sayIn('de')
const failed = (change: Parameters<typeof attemptOf>[0]) =>
  attemptOf({ status: null, response: null, ...change })

test('WH-4: a redirect says where it leads, an answer its status, and one that is late how long was waited', () => {
  const body = { text: '', bytes: 0, cut: false, isHeldBack: false }
  const redirect = failed({
    status: 302,
    fault: 'redirect',
    detail: 'redirects are not followed: https://example.com/new',
    response: { headers: { location: 'https://example.com/new' }, body },
  })
  expect(whyFailed(redirect, german)).toBe(
    'Die Antwort war 302 und verweist auf https://example.com/new; Weiterleitungen werden nicht befolgt.',
  )
  const unseen = failed({ ...redirect, response: { headers: { location: '[redacted]' }, body } })
  expect(whyFailed(unseen, german)).toBe(
    'Die Antwort war 302 und verweist auf eine andere Adresse; Weiterleitungen werden nicht befolgt.',
  )
  expect(
    whyFailed(failed({ status: 503, fault: 'status', detail: 'answered 503' }), german),
  ).toMatch(/^Die Antwort war 503/)
  const late = failed({ fault: 'timeout', detail: 'no answer within 15 s' })
  expect(whyFailed(late, german)).toBe('Innerhalb von 15 s kam keine Antwort.')
})

test.each(attemptFaults)(
  'WH-4: %s is told in German, whatever another program said of it',
  (fault) => {
    const told = whyFailed(failed({ fault, detail: 'connect E_NO_WORDS' }), german)
    expect(told.replace('connect E_NO_WORDS', '')).toMatch(/^(?:Die|Der|Diese|Eine) \p{L}+/u)
  },
)

test('WH-7: what a receiver has against our certificate is told with what can be done', () => {
  const detail =
    'the receiver refused the client certificate: its log says why. Set one that its CA has signed for clients (TLS alert: bad certificate). The client certificate ended on 2026-11-01: replace it'
  expect(whyFailed(failed({ fault: 'tls', detail }), german)).toMatch(
    /^Der Empfänger hat das Client-Zertifikat abgelehnt.*endete am 2026-11-01/,
  )
})
