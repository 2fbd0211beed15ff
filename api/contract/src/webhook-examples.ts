/** A whole payload of each event that webhooks bring, as it would come: of made-up things, and no secret. */
import type { App } from './apps.ts'
import type { Key } from './keys.ts'
import type { Project } from './projects.ts'
import type { DataOf, OfferedName } from './webhook-catalogue.ts'

const at = '2026-03-02T09:30:00.000Z'
const earlier = '2026-02-02T08:00:00.000Z'
const later = '2026-03-09T09:30:00.000Z'

const ids = {
  project: '0199f0a2-1b2c-7d3e-8f40-5a6b7c8d9e01',
  app: '0199f0a2-2c3d-7e4f-9051-6b7c8d9e0f12',
  key: '0199f0a2-5d3a-7b41-8c77-0b6f2a1d9e43',
  endpoint: '0199f0a2-6e4b-7c52-9d88-1c7a3b2e0f54',
  member: '0199f0a2-7f5c-7d63-ae99-2d8b4c3f1065',
  invite: '0199f0a2-806d-7e74-bfaa-3e9c5d402176',
  review: '0199f0a2-917e-7f85-80bb-4fad6e513287',
  line: '0199f0a2-a28f-7096-91cc-50be7f624398',
  session: '0199f0a2-b390-71a7-a2dd-61cf807354a9',
  look: '0199f0a2-c4a1-72b8-b3ee-72d0918465ba',
  embed: '0199f0a2-d5b2-73c9-84ff-83e1a29576cb',
}

const project: Project = {
  id: ids.project,
  name: 'Webshop',
  description: 'Everything that sells',
  createdAt: earlier,
  deletedAt: null,
  restorableUntil: null,
  revision: 1,
}

const app: App = {
  id: ids.app,
  projectId: ids.project,
  name: 'Checkout',
  environment: 'sandbox',
  origins: ['https://shop.example'],
  ipAllowlist: [],
  embedId: ids.embed,
  requestsPerMinute: null,
  apiVersion: '2026-01-01',
  createdAt: earlier,
  deletedAt: null,
  restorableUntil: null,
  revision: 1,
}

const key: Key = {
  id: ids.key,
  appId: ids.app,
  environment: 'sandbox',
  label: 'Order service',
  prefix: 'sq_test_8Kq2',
  lastFour: 'x7Rw',
  scopes: ['transactions:ingest'],
  state: 'active',
  issuedAt: earlier,
  issuedBy: 'Ada Okafor',
  ipAllowlist: ['203.0.113.0/24'],
  requestsPerMinute: null,
  expiresAt: null,
  revokedAt: null,
  lastUsedAt: null,
  lastUsedIp: null,
  rotatedAt: null,
  oldSecret: null,
  revision: 1,
}
const used = { lastUsedAt: at, lastUsedIp: '203.0.113.7' }

const endpoint: DataOf<'webhooks.created'> = {
  id: ids.endpoint,
  appId: ids.app,
  environment: 'sandbox',
  kind: 'http',
  url: 'https://shop.example/webhooks',
  label: 'Order service',
  eventTypes: ['keys.issued', 'keys.revoked'],
  reach: 'app',
  filter: [{ path: 'data.state', operator: 'is', value: 'active' }],
  maxPerSecond: null,
  isOrdered: false,
  transformation: null,
  headerNames: ['X-Team'],
  signing: 'hmac',
  publicKey: null,
  jwksPath: null,
  oldSecretEndsAt: null,
  secretSince: earlier,
  needsConsent: false,
  consentedAt: null,
  certificate: null,
  state: 'active',
  because: null,
  since: earlier,
  failingSince: null,
  createdAt: earlier,
  revision: 1,
}

const certificate: DataOf<'webhooks.created'>['certificate'] = {
  subject: 'CN=webhooks.sonaqor.example, O=Sonaqor',
  issuer: 'CN=Partners of the shop, O=Shop',
  serialNumber: '4F2A91C0',
  fingerprint: Array.from({ length: 32 }, () => 'AB').join(':'),
  key: 'EC P-256',
  validFrom: earlier,
  validUntil: '2027-02-02T08:00:00.000Z',
  certificates: 1,
  since: at,
}

const deleted = { deletedAt: at, restorableUntil: later, revision: 2 }
const invited = { id: ids.invite, role: 'developer' } as const
const member = { id: ids.member, role: 'developer', compliance: false, state: 'active' } as const
const session = { sessionId: ids.session, appId: ids.app }
const reason = 'You asked why webhooks of Tuesday came late'
const look = { id: ids.look, by: 'Ada Okafor', reason, until: null }

const data: { readonly [Name in OfferedName]: DataOf<Name> } = {
  'team.invited': invited,
  'team.invite-renewed': invited,
  'team.invite-cancelled': invited,
  'team.joined': member,
  'team.role-changed': { ...member, role: 'admin' },
  'team.compliance-changed': { ...member, compliance: true },
  'team.factors-reset': member,
  'team.suspended': { ...member, state: 'suspended' },
  'team.resumed': member,
  'team.removed': { ...member, state: 'removed' },
  'security.changed': { secondFactorRequired: true },
  'sso.changed': { enabled: true, required: false },
  'reviews.started': { id: ids.review, which: 'stale', members: 4, keys: 11 },
  'reviews.decided': {
    id: ids.review,
    itemId: ids.line,
    kind: 'key',
    targetId: ids.key,
    decision: 'remove',
  },
  'reviews.signed': {
    id: ids.review,
    sha256: '5b0a1f2e3d4c5b6a79880716253443526170798897a6b5c4d3e2f1a0b9c8d7e6',
    bytes: 48_213,
    lines: 15,
    toRemove: 3,
  },
  'reviews.discarded': { id: ids.review },
  'projects.created': { ...project, createdAt: at },
  'projects.updated': { ...project, name: 'Webshop Europe', revision: 2 },
  'projects.deleted': { ...project, ...deleted },
  'projects.restored': { ...project, revision: 3 },
  'apps.created': { ...app, createdAt: at },
  'apps.updated': { ...app, requestsPerMinute: 600, revision: 2 },
  'apps.deleted': { ...app, ...deleted },
  'apps.restored': { ...app, revision: 3 },
  'keys.issued': { ...key, issuedAt: at },
  'keys.first-used': { ...key, ...used },
  'keys.updated': { ...key, label: 'Order service, Frankfurt', revision: 2 },
  'keys.rotated': {
    ...key,
    ...used,
    prefix: 'sq_test_Zp41',
    lastFour: 'm2Qe',
    rotatedAt: at,
    oldSecret: { prefix: 'sq_test_8Kq2', lastFour: 'x7Rw', endsAt: later },
    revision: 2,
  },
  'keys.overlap-ended': {
    ...key,
    ...used,
    prefix: 'sq_test_Zp41',
    lastFour: 'm2Qe',
    rotatedAt: earlier,
    revision: 3,
  },
  'keys.revoked': { ...key, ...used, state: 'revoked', revokedAt: at, revision: 2 },
  'keys.expired': { ...key, ...used, state: 'expired', expiresAt: at },
  'customers.ingested': { appId: ids.app, created: 120, updated: 8 },
  'transactions.ingested': { appId: ids.app, created: 500 },
  'webhooks.created': { ...endpoint, secretSince: at, since: at, createdAt: at },
  'webhooks.updated': { ...endpoint, maxPerSecond: 20, revision: 2 },
  'webhooks.paused': { ...endpoint, state: 'paused', because: 'paused', since: at, revision: 2 },
  'webhooks.resumed': { ...endpoint, since: at, revision: 3 },
  'webhooks.disabled': {
    ...endpoint,
    state: 'disabled',
    because: 'failing',
    since: at,
    failingSince: '2026-02-25T09:30:00.000Z',
    revision: 2,
  },
  'webhooks.deleted': { ...endpoint, revision: 2 },
  'webhooks.secret-rotated': { ...endpoint, secretSince: at, oldSecretEndsAt: later, revision: 2 },
  'webhooks.old-secret-ended': { ...endpoint, revision: 3 },
  'webhooks.certificate-set': { ...endpoint, certificate, revision: 2 },
  'webhooks.certificate-removed': { ...endpoint, revision: 3 },
  'embeds.opened': session,
  'embeds.ended': session,
  'embeds.revoked': session,
  'embeds.all-revoked': { appId: ids.app, userRef: 'customer-4711', revoked: 3 },
  'supportAccess.requested': { ...look, by: 'Sam of Sonaqor' },
  'supportAccess.opened': { ...look, until: '2026-03-02T10:30:00.000Z' },
  'supportAccess.denied': look,
  'supportAccess.withdrawn': { ...look, by: 'Sam of Sonaqor' },
  'supportAccess.ended': look,
}

export const exampleOf = (name: OfferedName): Record<string, unknown> => ({
  type: name,
  timestamp: at,
  data: data[name],
})
