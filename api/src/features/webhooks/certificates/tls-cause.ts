/** Why a receiver would not have us, where that lies in who we are to it: told with what can be done. */
import type { Carried } from '../../../core/outbound/index.ts'
import type { Identity } from './certificates.store.ts'

type Came = Pick<Carried, 'error' | 'status' | 'isLate' | 'timing'>

/** Null where nothing is known but what the error says itself. */
export function tlsCause(came: Came, identity: Identity | null, at: Date): string | null {
  const { error, status, isLate, timing } = came
  if (!error || isLate || status !== null) return null
  const alert = alertIn(error.message)
  const ended = identity && identity.validUntil <= at ? hasEnded(identity.validUntil) : ''
  if (alert) {
    const causes = identity ? refusals : demands
    const cause = causes[alert] ?? 'the receiver ended the TLS handshake'
    return `${cause} (TLS alert: ${alert})${ended}`
  }
  const isHungUp = identity !== null && timing.tlsMs !== null
  return isHungUp ? `${hungUp}${ended}` : null
}

const hungUp =
  'the receiver closed the connection after the TLS handshake and before it answered: it may not accept the client certificate, and its log says why'

const hasEnded = (at: Date) =>
  `. The client certificate ended on ${at.toISOString().slice(0, 10)}: replace it`

/** OpenSSL says it in a line of its own, with the version of the protocol that has it first. */
const alertIn = (message: string): string | undefined =>
  /:(?:tlsv\d+|sslv3|ssl\/tls) alert ([a-z ]+):/.exec(message)?.[1]

const none =
  'the receiver asks for a client certificate, and this endpoint has none: set one that it accepts'

/** Of an endpoint that has none to show. */
const demands: Readonly<Record<string, string>> = {
  'certificate required': none,
  'bad certificate': none,
  'certificate unknown': none,
  'unknown ca': none,
  'handshake failure':
    'the receiver ended the TLS handshake: it may ask for a client certificate, which this endpoint has not, or share no cipher with us',
}

const refused =
  'the receiver refused the client certificate: its log says why. Set one that its CA has signed for clients'

const refusals: Readonly<Record<string, string>> = {
  'bad certificate': refused,
  'unsupported certificate': refused,
  'certificate unknown': refused,
  'certificate required': refused,
  'access denied': refused,
  'handshake failure':
    'the receiver ended the TLS handshake: it may refuse the client certificate or its kind of key, or share no cipher with us',
  'unknown ca':
    'the receiver does not trust the CA of the client certificate: have it trust that CA, or set the certificate with those that lead to the CA',
  'certificate expired':
    'the receiver says that the client certificate, or one that it came with, has expired: replace it',
  'certificate revoked': 'the receiver says that the client certificate was revoked: replace it',
}
