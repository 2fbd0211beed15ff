/** Nothing is sent again to an endpoint that takes nothing: it would only wait there. */
import { Problem } from '../../../core/problems/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { findRows, type EndpointRow } from '../endpoints/endpoints.store.ts'

/** One that a delivery belongs to, which is seen. */
export async function requireActive(scope: Scope, id: string): Promise<EndpointRow> {
  const [row] = await findRows(scope, [id])
  if (!row) {
    throw new Problem('conflict', {
      detail:
        'Its endpoint was deleted, or its app. Create another one, and replay to it what it has missed: `missing`.',
    })
  }
  const why = whyNot(row)
  if (why === null) return row
  throw new Problem('conflict', { detail: why })
}

/** What keeps it from being sent to, with what to do about it; null where nothing does. */
export function whyNot({
  kind,
  state,
  because,
}: Pick<EndpointRow, 'kind' | 'state' | 'because'>): string | null {
  if (state === 'active') return null
  if (kind === 'inbox') return 'The test inbox is closed. Open it, then send again.'
  if (because === 'unconfirmed') {
    return 'The endpoint has not agreed to get events yet. Resume it, which asks it once more, then send again.'
  }
  if (state === 'paused') return 'The endpoint is paused. Resume it, then send again.'
  return because === 'gone'
    ? 'The endpoint is disabled, because it answered 410 (Gone). Resume it, then send again.'
    : 'The endpoint is disabled, because it has failed for days. Resume it, then send again.'
}
