/**
 * The endpoint at which the partner's portal is told what happens. The portal comes up after the demo, so
 * it is asked for its consent: until it has agreed nothing is sent, and what happens meanwhile is kept.
 */
import { ProblemError, type Client } from '@sonaqor/contract/client'

export const portalLabel = 'Partner portal'

interface PortalEndpoint {
  readonly endpointId: string
  readonly secret: string
}

interface Place {
  readonly appId: string
  readonly partnerPortalUrl: string
}

const addressOf = ({ partnerPortalUrl }: Place) => `${partnerPortalUrl}/webhooks`

/** What is there by its label is kept, and its secret asked for. */
export async function settleEndpoint({ webhooks }: Client, place: Place): Promise<PortalEndpoint> {
  const { appId } = place
  const { data } = await webhooks.listEndpoints({ query: { appId, limit: 200 } })
  const known = data.find(({ kind, label }) => kind === 'http' && label === portalLabel)
  if (!known) {
    const url = addressOf(place)
    const body = { appId, url, label: portalLabel, needsConsent: true }
    const { id: endpointId, secret } = await webhooks.createEndpoint({ body })
    return { endpointId, secret }
  }
  const params = { id: known.id }
  if (known.url !== addressOf(place)) {
    await webhooks.updateEndpoint({ params, body: { url: addressOf(place) } })
  }
  const { secret } = await webhooks.showSecret({ params })
  return { endpointId: known.id, secret }
}

/**
 * The same for a demo that is there already, which may be of a time before there was one, or whose portal
 * has moved. By now it is people's own: what they have deleted stays so, and a key that they have
 * revoked opens nothing: then there is none, and no start asks for it again until the portal moves.
 */
export async function keepEndpoint(
  api: Client,
  place: Place,
  known: PortalEndpoint | null | undefined,
): Promise<PortalEndpoint | null> {
  try {
    if (!known) return await settleEndpoint(api, place)
    const params = { id: known.endpointId }
    await api.webhooks.updateEndpoint({ params, body: { url: addressOf(place) } })
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
  }
  return known ?? null
}
