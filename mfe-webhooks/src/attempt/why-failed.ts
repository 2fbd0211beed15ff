import { redacted } from '@sonaqor/contract/log-redaction-rules'
import type { Attempt } from '@sonaqor/contract/webhook-deliveries'
import { attemptTimeoutMs } from '@sonaqor/contract/webhook-bounds'
import type { Say } from '@sonaqor/module/texts'
import * as texts from './texts/en.ts'

type Failed = Pick<Attempt, 'status' | 'fault' | 'detail' | 'response'>

/** What lies in who we are to a receiver, told by what the API says of it; the first that fits. */
const ofCertificates: readonly (readonly [string, RegExp])[] = [
  ['none_set', /has none: set one/],
  ['refused', /refused the client certificate/],
  ['unknown_ca', /does not trust the CA/],
  ['expired', /has expired/],
  ['revoked', /was revoked/],
  ['kind', /may refuse the client certificate/],
  ['cipher', /may ask for a client certificate/],
  ['hung_up', /after the TLS handshake and before/],
]

function codeOf({ fault, status, detail, response }: Failed): string {
  // Where it leads is held back with what was answered.
  if (fault === 'redirect' && response?.headers['location'] === redacted) return 'redirect_unseen'
  if (fault === 'redirect' || fault === 'status') return fault
  // Whoever connects may be too late as well, and says so in words of its own.
  if (fault === 'timeout' && /^no (?:answer|end)/i.test(detail ?? '')) {
    return status === null ? 'no_answer' : 'no_end'
  }
  if (fault !== 'tls' && fault !== 'connection-reset') return fault?.replaceAll('-', '_') ?? ''
  const [code] = ofCertificates.find(([, said]) => said.test(detail ?? '')) ?? []
  return code ?? fault.replaceAll('-', '_')
}

/** Why an attempt failed, in the reader's language; only what other programs say keeps their words. */
export function whyFailed(attempt: Failed, say: Say): string {
  const { status, detail, response } = attempt
  const [, ended] = /certificate ended on (\S+):/.exec(detail ?? '') ?? []
  const why = say(texts.why, {
    code: codeOf(attempt),
    status: String(status ?? ''),
    location: response?.headers['location'] ?? '',
    seconds: attemptTimeoutMs / 1000,
    detail: detail ?? '',
  })
  return ended ? `${why} ${say(texts.certificateEnded, { day: ended })}` : why
}
