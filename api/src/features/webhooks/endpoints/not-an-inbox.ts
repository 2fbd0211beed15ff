import { Problem } from '../../../core/problems/index.ts'
import type { EndpointRow } from './endpoints.store.ts'

/** The test inbox of an app is opened, closed and set by operations of its own. */
export function requireOwnEndpoint({ kind }: Pick<EndpointRow, 'kind'>): void {
  if (kind === 'http') return
  throw new Problem('conflict', {
    detail:
      'This is the test inbox of an app, which hears of all that its app does. Open, close or change it under `/v1/webhooks/inbox`; its secret is shown and rotated here.',
  })
}
