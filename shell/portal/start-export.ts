/** Starts long work at Sonaqor with the portal's own key; the pages follow it by a view of Sonaqor's. */
import type { Settings } from './settings.ts'

export async function startExport({
  sonaqorUrl,
  apiKey,
}: Settings): Promise<{ status: number; body: unknown }> {
  if (!apiKey)
    return { status: 503, body: { message: 'SONAQOR_API_KEY is not set on our server.' } }
  const answer = await fetch(`${sonaqorUrl}/v1/exports`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ of: 'audit', format: 'csv' }),
    signal: AbortSignal.timeout(10_000),
  })
  if (answer.ok) return { status: 202, body: {} }
  const { detail } = (await answer.json()) as { detail?: string }
  return { status: 502, body: { message: detail ?? 'Sonaqor refused the export.' } }
}
