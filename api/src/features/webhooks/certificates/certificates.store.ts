/** The client certificates of endpoints, as rows; the private key is sealed there, and opened to be shown. */
import type { Environment } from '@sonaqor/contract/access'
import { certificateNoticeDays } from '@sonaqor/contract/webhook-bounds'
import type { ClientCertificate } from '@sonaqor/contract/webhook-certificates'
import { sealedColumn, type Purpose } from '../../../core/crypto/index.ts'
import type { ClientIdentity } from '../../../core/outbound/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { dayMs } from '../days.ts'
import type { ReadCertificate } from './read-certificate.ts'

interface CertificateRow {
  readonly tenant_id: string
  readonly environment: Environment
  readonly id: string
  readonly endpoint_id: string
  readonly certificate: string
  readonly private_key: Buffer
  readonly subject: string
  readonly issuer: string
  readonly serial_number: string
  readonly fingerprint: string
  readonly key: string
  readonly certificates: number
  readonly valid_from: Date
  readonly valid_until: Date
  readonly since: Date
  readonly tell_at: Date | null
}

/** Who we are to a receiver, and until when it may believe it. */
export interface Identity extends ClientIdentity {
  readonly validUntil: Date
}

const purpose: Purpose = { name: 'webhooks.certificate', of: 'tenant' }
export const sealedCertificateKeys = sealedColumn(purpose, 'webhook_certificates', 'private_key')
const keyAt = (id: string) => ({ purpose, record: id, field: 'private_key' })

const certificates = (scope: Scope) =>
  scope.db<CertificateRow>('webhook_certificates').where({ tenant_id: scope.tenantId })

export async function certificatesOf(
  scope: Scope,
  endpointIds: readonly string[],
): Promise<Map<string, ClientCertificate>> {
  const rows = await certificates(scope).whereIn('endpoint_id', endpointIds)
  return new Map(rows.map((row) => [row.endpoint_id, toCertificate(row)]))
}

const toCertificate = (row: CertificateRow): ClientCertificate => ({
  subject: row.subject,
  issuer: row.issuer,
  serialNumber: row.serial_number,
  fingerprint: row.fingerprint,
  key: row.key,
  validFrom: row.valid_from.toISOString(),
  validUntil: row.valid_until.toISOString(),
  certificates: row.certificates,
  since: row.since.toISOString(),
})

/** Named by the row, which is another one whenever a certificate is set: no two endpoints have the same. */
export async function identitiesOf(
  scope: Scope,
  endpointIds: readonly string[],
): Promise<Map<string, Identity>> {
  const found = new Map<string, Identity>()
  for (const row of await certificates(scope).whereIn('endpoint_id', endpointIds)) {
    const key = await scope.vault.unseal(scope, keyAt(row.id), row.private_key)
    const { id: name, certificate, valid_until: validUntil } = row
    found.set(row.endpoint_id, { name, certificate, privateKey: key.toString(), validUntil })
  }
  return found
}

export async function identityOf(scope: Scope, endpointId: string): Promise<Identity | null> {
  return (await identitiesOf(scope, [endpointId])).get(endpointId) ?? null
}

export async function hasCertificate(scope: Scope, endpointId: string): Promise<boolean> {
  return (await certificates(scope).where({ endpoint_id: endpointId }).first('id')) !== undefined
}

export async function deleteCertificate(scope: Scope, endpointId: string): Promise<void> {
  await certificates(scope).where({ endpoint_id: endpointId }).delete()
}

export async function replaceCertificate(
  scope: Scope,
  endpoint: { readonly id: string; readonly environment: Environment },
  { certificate, privateKey, facts }: ReadCertificate,
): Promise<void> {
  await deleteCertificate(scope, endpoint.id)
  const id = scope.newId()
  await scope.db<CertificateRow>('webhook_certificates').insert({
    tenant_id: scope.tenantId,
    environment: endpoint.environment,
    id,
    endpoint_id: endpoint.id,
    certificate,
    private_key: await scope.vault.seal(scope, keyAt(id), privateKey),
    subject: facts.subject,
    issuer: facts.issuer,
    serial_number: facts.serialNumber,
    fingerprint: facts.fingerprint,
    key: facts.key,
    certificates: facts.certificates,
    valid_from: facts.validFrom,
    valid_until: facts.validUntil,
    since: scope.now(),
    tell_at: nextNotice(facts.validUntil, scope.now()),
  })
}

/** After it has ended there is nothing more to tell. */
export function nextNotice(validUntil: Date, after: Date): Date | null {
  const moments = [...certificateNoticeDays, 0].map((days) => validUntil.getTime() - days * dayMs)
  const next = moments.find((moment) => moment > after.getTime())
  return next === undefined ? null : new Date(next)
}

type Due = Pick<CertificateRow, 'id' | 'endpoint_id' | 'valid_until'>

/** Those whose owners are to be told now; whoever asks at the same time is given others. */
export async function dueNotices(scope: Scope, max: number): Promise<Due[]> {
  return certificates(scope)
    .where('tell_at', '<=', scope.now())
    .orderBy('tell_at')
    .limit(max)
    .forUpdate()
    .skipLocked()
    .select('id', 'endpoint_id', 'valid_until')
}

export async function settleNotice(scope: Scope, { id, valid_until: until }: Due): Promise<void> {
  await certificates(scope)
    .where({ id })
    .update({ tell_at: nextNotice(until, scope.now()) })
}
