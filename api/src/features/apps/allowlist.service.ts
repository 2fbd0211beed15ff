/** From where the keys of an app are taken: what a list may hold, and what an address is told by it. */
import type { App, ChangedApp, IpVerdict } from '@sonaqor/contract/apps'
import { canonicalAddress, canonicalRange } from '../../core/addresses/index.ts'
import { Problem, type FieldError } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { invalid, noApp } from './apps.service.ts'
import { rangeFor } from './apps.store.ts'
import { findApp } from './apps.view.ts'

/** As it is kept: each range once and in one way, in the order in which they were named. */
export function allowlistOf(sent: readonly string[]): string[] {
  const ranges = sent.map(canonicalRange)
  const errors = ranges.flatMap((range, place): FieldError[] =>
    range === null
      ? [{ detail: 'is no range of IPv4 or IPv6 addresses', pointer: `#/ipAllowlist/${place}` }]
      : [],
  )
  if (errors.length > 0) throw new Problem('invalid', { detail: 'Not all are ranges.', errors })
  return [...new Set(ranges.filter((range) => range !== null))]
}

/** Told by the very rule that opens keys. */
export async function checkIp(scope: Scope, id: string, named?: string): Promise<IpVerdict> {
  const { ipAllowlist } = (await findApp(scope, id)) ?? noApp()
  const ip = canonicalAddress(named ?? scope.request.ip)
  if (ip === null) throw invalid('?ip', 'must be an IP address')
  if (ipAllowlist.length === 0) return { ip, passes: true, because: 'no-allowlist', range: null }
  const range = await rangeFor(scope, ip, ipAllowlist)
  return range === null
    ? { ip, passes: false, because: 'not-listed', range }
    : { ip, passes: true, because: 'listed', range }
}

/** What is done to a list, as far as it decides whether it has to be meant. */
export interface Manner {
  /** Whoever asks has said that they mean it. */
  readonly isConfirmed: boolean
  /** It comes from another environment, with whatever else is taken over. */
  readonly isTakenOver: boolean
}

/**
 * What a new list does to whoever asks for it. A key that would shut itself out could not take it back, and
 * a list that is taken over was written for other servers than these: both have to say that they mean it.
 * A member who writes a list goes on working, and is told.
 */
export async function warningsOf(
  scope: Scope,
  { ipAllowlist }: Pick<App, 'ipAllowlist'>,
  { isConfirmed, isTakenOver }: Manner,
): Promise<ChangedApp['warnings']> {
  if (ipAllowlist.length === 0) return []
  const address = canonicalAddress(scope.request.ip)
  if (address && (await rangeFor(scope, address, ipAllowlist)) !== null) return []
  const isKey = scope.principal.kind === 'key'
  if ((isKey || isTakenOver) && !isConfirmed) throw wouldShutOut(address, isKey)
  return [{ kind: 'own-address-not-covered', address }]
}

function wouldShutOut(address: string | null, isKey: boolean): Problem {
  const from = address ?? 'its address'
  const refused = isKey
    ? `The next request of this key from ${from} would be refused.`
    : `Keys used at your own address ${address ?? ''} would be refused.`.replace('  ', ' ')
  return new Problem('conflict', {
    detail: `${refused} Send confirm to do it all the same.`,
    errors: [
      {
        detail: `does not hold your own address ${address ?? ''}`.trim(),
        pointer: '#/ipAllowlist',
      },
    ],
  })
}
