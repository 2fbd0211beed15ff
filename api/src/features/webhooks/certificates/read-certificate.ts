/**
 * What somebody pastes as a certificate and its key, looked at before it is kept: whatever is wrong with it
 * would be found in a handshake at night, and be told there in the words of somebody else's TLS.
 */
import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto'
import { createSecureContext } from 'node:tls'
import { certificatesMax } from '@sonaqor/contract/webhook-bounds'
import type { NewClientCertificate } from '@sonaqor/contract/webhook-certificates'
import { Problem } from '../../../core/problems/index.ts'
import { kindOf } from './key-kind.ts'

export interface ReadCertificate {
  /** PEM, as it is shown: nothing stands between the certificates. */
  readonly certificate: string
  readonly privateKey: string
  readonly facts: {
    readonly subject: string
    readonly issuer: string
    readonly serialNumber: string
    readonly fingerprint: string
    readonly key: string
    readonly certificates: number
    readonly validFrom: Date
    readonly validUntil: Date
  }
}

export function readCertificate(given: NewClientCertificate, now: Date): ReadCertificate {
  const chain = readChain(given.certificate)
  const [own] = chain
  requireTime(chain, now)
  requireForClients(own)
  requireOrder(chain)
  const privateKey = readKey(given.privateKey)
  const key = kindOf(privateKey)
  if (!key) throw wrongKey('must be RSA of 2048 to 4096 bits, EC on P-256 or P-384, or Ed25519')
  if (!own.checkPrivateKey(privateKey)) {
    throw wrongKey('must be the key of the first certificate, and belongs to another one')
  }
  const certificate = chain.map(String).join('')
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  requireUsable(certificate, pem)
  return {
    certificate,
    privateKey: pem,
    facts: {
      subject: nameOf(own.subject) || (own.subjectAltName ?? ''),
      issuer: nameOf(own.issuer),
      serialNumber: own.serialNumber,
      fingerprint: own.fingerprint256,
      key,
      certificates: chain.length,
      validFrom: own.validFromDate,
      validUntil: own.validToDate,
    },
  }
}

type Chain = [X509Certificate, ...X509Certificate[]]

/** Old keys with a passphrase name their cipher within, with dashes; what stands there ends at five of them. */
const blocks = /-----BEGIN ([A-Z0-9 ]{1,40})-----(?:[^-]|-(?!----)){0,20000}-----END \1-----/g

function readChain(text: string): Chain {
  const found = [...text.matchAll(blocks)]
  if (found.some(([, label = '']) => label.endsWith('PRIVATE KEY'))) {
    throw wrong('must hold certificates alone: the private key has a field of its own')
  }
  if (found.some(([, label]) => label === 'CERTIFICATE REQUEST')) {
    throw wrong('must be the certificate that your CA has issued, and holds the request for one')
  }
  const pems = found.filter(([, label]) => label === 'CERTIFICATE').map(([pem]) => pem)
  if (pems.length > certificatesMax) {
    throw wrong(`must hold ${certificatesMax} certificates at most: leave out those of other CAs`)
  }
  const [own, ...others] = pems.map(parsed)
  if (!own) throw wrong('must be PEM, from -----BEGIN CERTIFICATE----- to its end')
  return [own, ...others]
}

function parsed(pem: string, place: number): X509Certificate {
  try {
    return new X509Certificate(pem)
  } catch {
    throw wrong(`must be X.509: certificate ${place + 1} cannot be read, and may have been cut`)
  }
}

function requireTime(chain: Chain, now: Date): void {
  for (const [place, { validFromDate, validToDate }] of chain.entries()) {
    const which = place === 0 ? 'must be valid' : `must be valid, and its certificate ${place + 1}`
    if (!(validToDate > now)) {
      throw wrong(`${which} ended on ${dayOf(validToDate)}: have a new one issued`)
    }
    if (!(validFromDate <= now)) {
      throw wrong(`${which} begins on ${dayOf(validFromDate)} only: set it from then on`)
    }
  }
}

const dayOf = (at: Date) => (Number.isNaN(at.getTime()) ? 'no day' : at.toISOString().slice(0, 10))

/** Of extended key usages: for clients, and for whatever. */
const forClients = new Set(['1.3.6.1.5.5.7.3.2', '2.5.29.37.0'])

function requireForClients({ keyUsage: usages }: X509Certificate): void {
  if (!usages || usages.some((usage) => forClients.has(usage))) return
  throw wrong(
    'must be for clients: its extended key usage lacks clientAuth, so have one issued that has it',
  )
}

function requireOrder(chain: Chain): void {
  for (const [place, one] of chain.entries()) {
    const next = chain[place + 1]
    if (!next || isBy(one, next)) continue
    throw wrong(
      `must stand in order, the client certificate first and each signed by the next: certificate ${place + 2} did not sign certificate ${place + 1}`,
    )
  }
}

function isBy(one: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return one.checkIssued(issuer) && one.verify(issuer.publicKey)
  } catch {
    return false
  }
}

function readKey(text: string): KeyObject {
  const found = [...text.matchAll(blocks)].find(([, label = '']) => label.endsWith('PRIVATE KEY'))
  if (!found) throw wrongKey('must be PEM, from -----BEGIN PRIVATE KEY----- to its end')
  const [pem, label] = found
  if (label === 'ENCRYPTED PRIVATE KEY' || pem.includes('ENCRYPTED')) {
    throw wrongKey(
      'must have no passphrase: `openssl pkey -in key.pem -out plain.pem` takes it off',
    )
  }
  try {
    return createPrivateKey(pem)
  } catch {
    throw wrongKey('must be a private key: it cannot be read, and may have been cut')
  }
}

/** What TLS itself refuses to be shown: a CA whose key is too weak, for one. */
function requireUsable(cert: string, key: string): void {
  try {
    createSecureContext({ cert, key })
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    const why = code
      .replace(/^ERR_(?:SSL|OSSL)_/, '')
      .replaceAll('_', ' ')
      .toLowerCase()
    throw wrong(
      `must be one that TLS can use, which refuses it: ${why || 'for reasons of its own'}`,
    )
  }
}

/** In one line, as people write it; Node escapes what could end a line. */
const nameOf = (name: string | undefined) => (name ?? '').split('\n').join(', ').slice(0, 500)

const wrongAt = (pointer: string) => (detail: string) =>
  new Problem('invalid', {
    detail: 'This cannot be the client certificate of an endpoint.',
    errors: [{ detail, pointer }],
  })
const wrong = wrongAt('#/certificate')
const wrongKey = wrongAt('#/privateKey')
