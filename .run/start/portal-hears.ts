/**
 * The portal of the demo is told what happens once it is there to hear it: it is asked for its consent, and
 * then gets what happened before. All of it goes through the API, with the portal's own key.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ProblemError } from '@sonaqor/contract/client'
import { clientOverHttp } from '@sonaqor/contract/over-http'
import type { NewReplay } from '@sonaqor/contract/webhook-deliveries'
import { writePrivately } from '../private-file.ts'

/** What the demo has made for the portal. The last is null where somebody has made that impossible. */
export interface PortalOfDemo {
  readonly apiKey: string
  readonly webhooks: { readonly endpointId: string; readonly secret: string } | null
}

export function readPortal(dataDir: string): PortalOfDemo {
  const { portal } = JSON.parse(readFileSync(join(dataDir, 'demo.json'), 'utf8')) as {
    portal: PortalOfDemo
  }
  return portal
}

const dayMs = 24 * 3_600_000
const daysBefore = 8

/**
 * Once: whoever pauses the endpoint, deletes it or takes away the key has meant it. What it is still owed is
 * noted until that is on its way, for a start may end in between. Nothing of this keeps the rest from starting.
 */
export async function letPortalHear(
  url: string,
  { apiKey, webhooks: endpoint }: PortalOfDemo,
  dataDir: string,
): Promise<void> {
  if (!endpoint) return
  const { endpointId } = endpoint
  const { webhooks } = clientOverHttp(url, apiKey)
  const params = { id: endpointId }
  const note = join(dataDir, 'portal-is-owed')
  try {
    const { because } = await webhooks.showEndpoint({ params })
    if (because === 'unconfirmed') {
      writePrivately(note, endpointId)
      await webhooks.resumeEndpoint({ params })
    } else if (!existsSync(note) || readFileSync(note, 'utf8') !== endpointId) return
    const from = new Date(Date.now() - daysBefore * dayMs).toISOString()
    const body: NewReplay = { endpointId, from, states: ['skipped', 'missing'] }
    const { deliveries } = await webhooks.previewReplay({ body })
    if (deliveries > 0) await webhooks.startReplay({ body })
    rmSync(note)
  } catch (error) {
    console.log(`webhooks The portal is told nothing: ${whatWentWrong(error)}`)
  }
}

function whatWentWrong(error: unknown): string {
  if (!(error instanceof ProblemError)) return (error as Error).message
  const { title, detail } = error.problem
  return detail ?? title
}
