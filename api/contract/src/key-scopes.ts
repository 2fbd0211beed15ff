/** Made from the contract by `node api/contract/src/generate.ts`; a test keeps it current. */
export const keyScopes = [
  'projects:read',
  'apps:read',
  'apps:write',
  'keys:read',
  'keys:write',
  'logs:read',
  'webhooks:read',
  'webhooks:write',
  'customers:ingest',
  'transactions:ingest',
  'customers:read',
  'audit:read',
  'embeds:create',
  'embeds:read',
  'jobs:read',
  'jobs:run',
] as const
