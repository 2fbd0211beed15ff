/**
 * The portal of the demo is told what happens once it is there to hear it: it is asked for its consent, and
 * then gets what happened before. All of it goes through the API, with the portal's own key.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ProblemError } from '@sonaqor/contract/client'
import { clientOverHttp } from '@sonaqor/contract/over-http'
import type { NewReplay } from '@sonaqor/contract/webhook-deliveries'

/** What the demo has made for the portal. The last is missing where somebody has made that impossible. */
export interface PortalOfDemo {
  readonly apiKey: string
  readonly webhooks?: { readonly endpointId: string; readonly secret: string }
}

export function readPortal(dataDir: string): PortalOfDemo {
  const { portal } = JSON.parse(readFileSync(join(dataDir, 'demo.json'), 'utf8')) as {
    portal: PortalOfDemo
  }
  return portal
}

const dayMs = 24 * 3_600_000
const daysBefore = 8

/** Once: whoever pauses the endpoint, deletes it or takes away the key has meant it. */
export async function letPortalHear(
  url: string,
  { apiKey, webhooks: endpoint }: PortalOfDemo,
): Promise<void> {
  if (!endpoint) return
  const { endpointId } = endpoint
  const { webhooks } = clientOverHttp(url, apiKey)
  const params = { id: endpointId }
  try {
    const { because } = await webhooks.showEndpoint({ params })
    if (because !== 'unconfirmed') return
    await webhooks.resumeEndpoint({ params })
    const from = new Date(Date.now() - daysBefore * dayMs).toISOString()
    const body: NewReplay = { endpointId, from, states: ['skipped', 'missing'] }
    const { deliveries } = await webhooks.previewReplay({ body })
    if (deliveries > 0) await webhooks.startReplay({ body })
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const { title, detail } = error.problem
    console.log(`webhooks The portal is told nothing: ${detail ?? title}`)
  }
}
