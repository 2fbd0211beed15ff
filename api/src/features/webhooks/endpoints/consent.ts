/**
 * Whether an address agrees to get events, asked as CloudEvents asks it (HTTP 1.1 Web Hooks, 4): whoever has
 * one named that is somebody else's has nothing sent there.
 */
import type { Identity } from '../certificates/certificates.store.ts'
import { tlsCause } from '../certificates/tls-cause.ts'
import { createCourier, type Carried, type Courier } from '../../../core/outbound/index.ts'
import { Problem } from '../../../core/problems/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import type { EndpointRow, Written } from './endpoints.store.ts'

export interface Consent {
  /** Who asked: every delivery says so again. */
  readonly origin: string
  /** Null where it is given. */
  readonly whyNot: string | null
}

/** For use aside from a transaction. */
export type AskConsent = (url: string, identity: Identity | null) => Promise<Consent>

/** It is waited for while somebody makes an endpoint. */
const timeoutMs = 5000

export const consentCourier = (place: {
  readonly allowsLoopback: boolean
  readonly dnsServers: readonly string[]
}): Courier => createCourier({ ...place, timeoutMs, answerMax: 1024 })

export const askingConsent =
  (courier: Pick<Courier, 'options'>, publicUrl: string): AskConsent =>
  async (url, identity) => {
    // With its port where that is not the one of its scheme: several of us may have one name.
    const origin = new URL(publicUrl).host
    const headers = {
      'webhook-request-origin': origin,
      'accept-encoding': 'identity',
      'user-agent': 'Sonaqor-Webhooks/1',
    }
    const carried = await courier.options({ url, headers, identity })
    return { origin, whyNot: refusalIn(carried, origin, identity) }
  }

/** Any other answer, a friendly one too, is no consent. */
function refusalIn(carried: Carried, origin: string, identity: Identity | null): string | null {
  const { status, headers, isLate, error } = carried
  if (isLate) return `it did not answer within ${timeoutMs / 1000} s`
  if (error || status === null) {
    return tlsCause(carried, identity, new Date()) ?? 'it could not be reached'
  }
  if (status < 200 || status > 299) return `it answered ${status}`
  const allowed = headers['webhook-allowed-origin']?.trim().toLowerCase()
  if (!allowed) return 'it answered without WebHook-Allowed-Origin'
  return allowed === '*' || allowed === origin ? null : `it allows another origin than ${origin}`
}

export const lacksConsent = (row: Pick<EndpointRow, 'needs_consent' | 'consented_at'>): boolean =>
  row.needs_consent && row.consented_at === null

export type Agreed = Pick<Written, 'consent_origin' | 'consented_at'>

export const agreed = (scope: Scope, { origin }: Consent): Agreed => ({
  consent_origin: origin,
  consented_at: scope.now(),
})

/** What an endpoint is from the beginning that is asked first. */
export const beginsBy = (scope: Scope, consent: Consent) =>
  ({
    needs_consent: true,
    ...(consent.whyNot === null
      ? agreed(scope, consent)
      : ({ state: 'paused', because: 'unconfirmed' } as const)),
  }) satisfies Written

/** At another address somebody else may listen, who has agreed to nothing. */
export function movesBy(
  scope: Scope,
  { state, because }: EndpointRow,
  consent: Consent | null,
): Written {
  if (consent?.whyNot === null) {
    // It waited for nothing else.
    const goesOn = { state: 'active', because: null, since: scope.now() } as const
    return { ...agreed(scope, consent), ...(because === 'unconfirmed' && goesOn) }
  }
  const stops = { state: 'paused', because: 'unconfirmed', since: scope.now() } as const
  return { consent_origin: null, consented_at: null, ...(state === 'active' && stops) }
}

export function requireConsent(consent: Consent | null): asserts consent is Consent {
  if (consent?.whyNot === null) return
  const why = consent ? `: ${consent.whyNot}` : ''
  throw new Problem('conflict', {
    detail: `The endpoint has not agreed to get events${why}. Have it answer OPTIONS with WebHook-Allowed-Origin, then resume it.`,
  })
}
