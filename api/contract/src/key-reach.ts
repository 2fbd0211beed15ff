/** Made from the contract by `node api/contract/src/generate.ts`; a test keeps it current. */
import type { KeyScope } from './access.ts'

type Reach = { readonly [Scope in KeyScope]?: readonly string[] }

export const keyReach: Reach = {
  'projects:read': ['GET /v1/projects', 'GET /v1/projects/{id}'],
  'apps:read': [
    'GET /v1/apps',
    'GET /v1/apps/{id}',
    'GET /v1/apps/{id}/check-ip',
    'GET /v1/apps/{id}/activity',
    'GET /v1/apps/{id}/api-version',
  ],
  'apps:write': ['PATCH /v1/apps/{id}'],
  'keys:read': [
    'GET /v1/keys',
    'GET /v1/keys/usage',
    'GET /v1/keys/advice',
    'GET /v1/keys/{id}',
    'GET /v1/keys/{id}/rotation',
    'GET /v1/keys/{id}/advice',
    'GET /v1/keys/{id}/history',
    'POST /v1/keys/check',
  ],
  'keys:write': [
    'POST /v1/keys',
    'PATCH /v1/keys/{id}',
    'POST /v1/keys/{id}/rotate',
    'POST /v1/keys/{id}/end-overlap',
    'DELETE /v1/keys/{id}',
  ],
  'logs:read': [
    'GET /v1/logs',
    'GET /v1/logs/histogram',
    'GET /v1/logs/facets',
    'GET /v1/logs/{id}',
    'GET /v1/logs/redaction',
    'POST /v1/logs/redaction',
  ],
  'webhooks:read': [
    'GET /v1/webhooks/endpoints',
    'GET /v1/webhooks/endpoints/{id}',
    'GET /v1/webhooks/event-types',
    'GET /v1/webhooks/event-types/{name}',
    'GET /v1/webhooks/deliveries',
    'GET /v1/webhooks/deliveries/{id}',
    'GET /v1/webhooks/health',
  ],
  'webhooks:write': [
    'POST /v1/webhooks/endpoints',
    'PATCH /v1/webhooks/endpoints/{id}',
    'DELETE /v1/webhooks/endpoints/{id}',
    'POST /v1/webhooks/endpoints/{id}/pause',
    'POST /v1/webhooks/endpoints/{id}/resume',
    'POST /v1/webhooks/endpoints/{id}/secret',
    'POST /v1/webhooks/endpoints/{id}/rotate-secret',
    'POST /v1/webhooks/endpoints/{id}/end-old-secret',
    'POST /v1/webhooks/endpoints/{id}/test',
    'POST /v1/webhooks/simulate',
    'POST /v1/webhooks/debug-signature',
    'POST /v1/webhooks/deliveries/{id}/retry',
    'POST /v1/webhooks/endpoints/{id}/retry-failed',
    'POST /v1/webhooks/replays/preview',
    'POST /v1/webhooks/replays',
  ],
  'customers:ingest': ['POST /v1/customers'],
  'transactions:ingest': ['POST /v1/transactions'],
  'audit:read': ['GET /v1/audit', 'GET /v1/audit/export'],
  'embeds:create': [
    'POST /v1/embed-sessions',
    'DELETE /v1/embed-sessions/{id}',
    'POST /v1/embed-sessions/revoke',
  ],
  'embeds:read': [
    'GET /v1/embed-sessions',
    'GET /v1/embed-sessions/{id}',
    'GET /v1/embed-sessions/refusals',
  ],
  'jobs:read': [
    'GET /v1/jobs',
    'GET /v1/jobs/{id}',
    'GET /v1/exports/{id}',
    'GET /v1/exports/{id}/file',
    'POST /v1/exports/{id}/link',
  ],
  'jobs:run': [
    'POST /v1/jobs/{id}/cancel',
    'POST /v1/jobs/{id}/resume',
    'POST /v1/jobs/{id}/retry',
    'POST /v1/exports',
    'POST /v1/exports/measure',
  ],
}

export const keyReveals: Reach = {
  'customers:read': [
    'GET /v1/logs/{id}',
    'GET /v1/webhooks/deliveries/{id}',
    'GET /v1/embed-sessions',
    'GET /v1/embed-sessions/{id}',
  ],
}
