/** WH-3, WH-8: an attempt that fails for who we are says so, with what can be done. */
import { expect, test } from '@jest/globals'
import type { Identity } from './certificates.store.ts'
import { tlsCause } from './tls-cause.ts'

const at = new Date('2026-11-22T12:00:00Z')
const identity = (validUntil = '2027-01-01T00:00:00Z') =>
  ({ validUntil: new Date(validUntil) }) as Identity
const ours = identity()

const timing = { dnsMs: 0, connectMs: 1, tlsMs: 2, firstByteMs: null }
const failing = (message: string, tlsMs: number | null = 2) => ({
  error: new Error(message),
  status: null,
  isLate: false,
  timing: { ...timing, tlsMs },
})
/** As Node words what OpenSSL read, here and in what `openssl s_server` made it say. */
const alerting = (alert: string) =>
  failing(
    `write EPROTO 406D6364A97F0000:error:0A000410:SSL routines:ssl3_read_bytes:${alert}:../a.c:9:SSL alert number 40\n`,
  )

test.each<[string, Identity | null, RegExp]>([
  [
    'tlsv13 alert certificate required',
    null,
    /this endpoint has none: set one.*\(TLS alert: certificate required\)$/,
  ],
  ['ssl/tls alert bad certificate', null, /this endpoint has none: set one/],
  [
    'ssl/tls alert handshake failure',
    null,
    /may ask for a client certificate, which this endpoint has not/,
  ],
  [
    'ssl/tls alert bad certificate',
    ours,
    /refused the client certificate.*\(TLS alert: bad certificate\)$/,
  ],
  ['tlsv1 alert unknown ca', ours, /does not trust the CA.*\(TLS alert: unknown ca\)$/],
  ['ssl/tls alert certificate expired', ours, /has expired: replace it/],
  ['ssl/tls alert certificate revoked', ours, /was revoked: replace it/],
  ['ssl/tls alert unsupported certificate', ours, /signed for clients/],
  [
    'tlsv1 alert protocol version',
    ours,
    /^the receiver ended the TLS handshake \(TLS alert: protocol version\)$/,
  ],
])('WH-3 %s is told as what it is, and what to do', (alert, whose, expected) => {
  expect(tlsCause(alerting(alert), whose, at)).toMatch(expected)
})

test('WH-3 of a receiver that hangs up on a certificate that has ended its end is told', () => {
  const ended = identity('2026-11-20T00:00:00Z')
  const hungUp = failing('socket hang up')
  expect(tlsCause(hungUp, ours, at)).toMatch(/may not accept the client certificate.*log says why$/)
  expect(tlsCause(hungUp, ended, at)).toMatch(/ended on 2026-11-20: replace it$/)
  expect(tlsCause(alerting('tlsv1 alert unknown ca'), ended, at)).toMatch(/ended on 2026-11-20/)
})

test('WH-3 what has nothing to do with a certificate is told as ever', () => {
  expect(tlsCause(failing('socket hang up'), null, at)).toBeNull()
  expect(tlsCause(failing('connect ECONNREFUSED', null), ours, at)).toBeNull()
  expect(tlsCause({ ...failing('no answer in time'), isLate: true }, ours, at)).toBeNull()
  expect(tlsCause({ ...failing('reset'), status: 200 }, ours, at)).toBeNull()
})
