import { Problem } from '../../../core/problems/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { hasCertificate } from './certificates.store.ts'

/** Over plain http nobody is asked who they are. */
export function requireHttps(url: string, pointer: string): void {
  if (new URL(url).protocol === 'https:') return
  throw new Problem('conflict', {
    detail:
      'A client certificate is shown over https alone. Give the endpoint an address that begins with https://, or leave it without a certificate.',
    errors: [{ detail: 'takes an address that begins with https://', pointer }],
  })
}

/** An endpoint that has one does not quietly go without it. */
export async function requireHttpsStill(scope: Scope, id: string, url: string): Promise<void> {
  if (new URL(url).protocol !== 'https:' && (await hasCertificate(scope, id))) {
    requireHttps(url, '#/url')
  }
}
