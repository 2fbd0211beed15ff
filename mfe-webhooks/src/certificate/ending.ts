import type { Endpoint } from '@sonaqor/contract/webhook-endpoints'

const soonMs = 30 * 86_400_000

/** Whether somebody should see to the client certificate of an endpoint: it has ended, or will before long. */
export function endingOf({
  certificate,
}: Pick<Endpoint, 'certificate'>): 'ended' | 'ending' | undefined {
  if (!certificate) return undefined
  const leftMs = Date.parse(certificate.validUntil) - Date.now()
  if (leftMs <= 0) return 'ended'
  return leftMs < soonMs ? 'ending' : undefined
}
