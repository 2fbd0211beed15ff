/** What endpoints keep sealed: what signs, and the values of further headers, which may be credentials. */
import { sealedColumn, type Purpose } from '../../../core/crypto/index.ts'
import type { Scope } from '../../../core/scope/index.ts'

const secretPurpose: Purpose = { name: 'webhooks.secret', of: 'tenant' }
const headersPurpose: Purpose = { name: 'webhooks.headers', of: 'tenant' }

export const sealedSecrets = sealedColumn(secretPurpose, 'webhook_secrets', 'secret')
export const sealedHeaders = sealedColumn(headersPurpose, 'webhook_endpoints', 'headers')

const secretAt = (id: string) => ({ purpose: secretPurpose, record: id, field: 'secret' })
const headersAt = (id: string) => ({ purpose: headersPurpose, record: id, field: 'headers' })

export type Headers = Readonly<Record<string, string>>

export const sealSecret = (scope: Scope, id: string, key: Buffer): Promise<Buffer> =>
  scope.vault.seal(scope, secretAt(id), key)

export const openSecret = (scope: Scope, id: string, sealed: Buffer): Promise<Buffer> =>
  scope.vault.unseal(scope, secretAt(id), sealed)

export async function sealHeaders(
  scope: Scope,
  id: string,
  headers: Headers,
): Promise<Buffer | null> {
  if (Object.keys(headers).length === 0) return null
  return scope.vault.seal(scope, headersAt(id), JSON.stringify(headers))
}

export async function openHeaders(
  scope: Scope,
  id: string,
  sealed: Buffer | null,
): Promise<Headers> {
  if (sealed === null) return {}
  const opened = await scope.vault.unseal(scope, headersAt(id), sealed)
  return JSON.parse(opened.toString()) as Headers
}
