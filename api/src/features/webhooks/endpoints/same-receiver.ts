/**
 * What an endpoint keeps sealed was given for one receiver: whoever may say where it leads is not thereby
 * shown what it says of itself there, by having it said to a receiver of their own.
 */
import { Problem } from '../../../core/problems/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { hasCertificate } from '../certificates/certificates.store.ts'
import type { EndpointRow } from './endpoints.store.ts'
import type { HeaderChange } from './headers.ts'

/** By another scheme, host or port somebody else may listen. */
export const isSameReceiver = (one: string, other: string): boolean =>
  new URL(one).origin === new URL(other).origin

type Kept = Pick<EndpointRow, 'id' | 'url' | 'header_names'>

/** Nothing that is sealed goes elsewhere, or is dropped, in silence. */
export async function requireSameReceiver(
  scope: Scope,
  { id, url: before, header_names }: Kept,
  url: string,
  headers: HeaderChange = {},
): Promise<void> {
  if (isSameReceiver(before, url)) return
  const { origin } = new URL(before)
  const named = new Set(Object.keys(headers).map((name) => name.toLowerCase()))
  const kept = header_names.filter((name) => !named.has(name.toLowerCase()))
  if (kept.length > 0) throw keptFor(origin, kept)
  if (await hasCertificate(scope, id)) throw shownTo(origin)
}

const keptFor = (origin: string, names: readonly string[]) =>
  new Problem('invalid', {
    detail: `What these headers say was given for ${origin}, and is not sent anywhere else: ${names.join(', ')}. Send their values again or remove them, with the address that is another.`,
    errors: names.map((name) => ({
      detail: 'must be sent again for another origin, or removed with null',
      pointer: `#/headers/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    })),
  })

const shownTo = (origin: string) =>
  new Problem('conflict', {
    detail: `The client certificate was put there for ${origin}, and is shown to nobody else. Remove it, change the address, and put it there again.`,
    errors: [
      { detail: 'is of another origin than its client certificate is for', pointer: '#/url' },
    ],
  })
