import type { PdfWords } from './index.ts'

export const en: PdfWords = {
  title: 'Request log',
  purpose: 'Evidence of the requests that were made with API keys.',
  facts: {
    tenant: 'Tenant',
    askedBy: 'Asked for by',
    askedAt: 'Asked for at',
    madeAt: 'Written at',
    span: 'Time span',
    filter: 'Filter',
    rows: 'Lines',
    linesSha256: 'SHA-256 of the lines',
    manifest: 'Manifest',
  },
  from: (moment) => `from ${moment}`,
  until: (moment) => `until ${moment}, exclusive`,
  everything: (moment) => `all that was kept until ${moment}`,
  noFilter: 'None: all requests',
  filters: {
    environment: 'Environment',
    projectId: 'Project',
    appId: 'App',
    status: 'Status',
    method: 'Method',
    path: 'Path begins with',
    keyId: 'API key',
    requestId: 'Request',
    without: 'Without',
    q: 'Query',
  },
  embedSessions: 'requests that opened embed sessions',
  makers: { member: 'member', key: 'API key', embed: 'partner’s page', other: 'Sonaqor' },
  manifestDetail: 'names this file’s own SHA-256, its size and its filter. Ask for it with',
  howToCheck:
    'The lines are those of an export of the same filter as NDJSON, newest first: its SHA-256 is the one above. The audit log of the tenant names who asked for this file and who took it.',
  redacted:
    'Secrets and personal data were redacted before the lines were kept. Bodies and headers are not part of an export.',
  letters:
    'All moments are in UTC. A letter that the fonts do not have stands as \\u{…} with its number in Unicode.',
  page: (page, pages) => `Page ${page} of ${pages}`,
  columns: {
    at: 'Moment (UTC)',
    environment: 'Environment',
    method: 'Method',
    path: 'Path',
    status: 'Status',
    latencyMs: 'ms',
    ip: 'Address',
    keyPrefix: 'API key',
    requestId: 'Request',
  },
}
