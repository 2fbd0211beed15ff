/** How to ask for what a tenant has and what happens to it. */
import { createHash } from 'node:crypto'
import type { ModuleManifest } from '@sonaqor/contract/manifest'
import { nothing, type Everything } from './asked.ts'
import { issue } from './webhooks/certificates.ts'

export const askedOfThings = {
  projects: {
    list: () => ({ query: { limit: 200 } }),
    show: ({ projectId }) => ({ params: { id: projectId } }),
    create: () => ({ body: { name: `A project ${Math.random()}` } }),
    update: ({ projectId }) => ({
      params: { id: projectId },
      body: { description: `For ${Math.random()}` },
    }),
    delete: ({ spareProjectId }) => ({ params: { id: spareProjectId }, query: {} }),
    restore: ({ deletedProjectId }) => ({ params: { id: deletedProjectId } }),
  },
  apps: {
    list: ({ projectId, environment }) => ({ query: { projectId, environment } }),
    show: ({ appId }) => ({ params: { id: appId } }),
    create: ({ projectId, environment }) => ({
      body: { projectId, environment, name: `An app ${Math.random()}` },
    }),
    update: ({ appId }) => ({ params: { id: appId }, body: { name: `Door ${Math.random()}` } }),
    delete: ({ spareAppId }) => ({ params: { id: spareAppId }, query: {} }),
    restore: ({ deletedAppId }) => ({ params: { id: deletedAppId } }),
    checkIp: ({ appId }) => ({ params: { id: appId }, query: { ip: '203.0.113.9' } }),
    activity: ({ appId }) => ({ params: { id: appId } }),
    compare: ({ appId, siblingAppId }) => ({ query: { a: appId, b: siblingAppId } }),
    version: ({ appId }) => ({ params: { id: appId } }),
    upgradeVersion: ({ appId }) => ({ params: { id: appId }, body: {} }),
    rollBackVersion: ({ appId }) => ({ params: { id: appId } }),
    promote: ({ appId, siblingAppId }) => ({
      params: { id: siblingAppId },
      body: { from: appId, fields: ['origins'] },
    }),
  },
  keys: {
    list: ({ projectId, appId }) => ({ query: { projectId, appId } }),
    usage: ({ projectId, appId }) => ({ query: { projectId, appId } }),
    show: ({ keyId }) => ({ params: { id: keyId } }),
    issue: ({ appId }) => ({ body: { appId, label: 'One more', scopes: ['apps:read'] } }),
    advice: ({ keyId }) => ({ params: { id: keyId } }),
    advised: ({ projectId, appId }) => ({ query: { projectId, appId } }),
    history: ({ keyId }) => ({ params: { id: keyId } }),
    check: () => ({ body: { key: 'sq_test_000000000000000000000000000000000000' } }),
    rotation: ({ keyId }) => ({ params: { id: keyId } }),
    update: ({ keyId }) => ({ params: { id: keyId }, body: { label: `Door ${Math.random()}` } }),
    rotate: ({ keyId }) => ({ params: { id: keyId }, body: { overlap: 'now' } }),
    endOverlap: ({ keyId }) => ({ params: { id: keyId } }),
    reportLeak: () => ({ body: { key: 'sq_test_000000000000000000000000000000000000' } }),
    reportGithubLeaks: () => ({ body: [{ token: 'sq_test_0', type: 'sonaqor_api_key' }] }),
    revoke: ({ keyId }) => ({ params: { id: keyId } }),
  },
  logs: {
    search: ({ projectId, keyId }) => ({ query: { projectId, keyId } }),
    histogram: ({ projectId, keyId }) => ({ query: { projectId, keyId } }),
    facets: ({ projectId, keyId }) => ({ query: { projectId, keyId } }),
    show: ({ logEntryId }) => ({ params: { id: logEntryId } }),
    redactionRules: () => ({}),
    tryRedaction: () => ({ body: { sample: { method: 'GET', path: '/v1/keys' } } }),
    // Of production it is refused, for nothing is sent there again.
    sendAgain: ({ logEntryId, loggedKeyId, customer }) => ({
      params: { id: logEntryId },
      body: { keyId: loggedKeyId, body: JSON.stringify({ externalId: customer }) },
    }),
  },
  logViews: {
    list: () => ({ query: { limit: 200 } }),
    save: () => ({ body: { name: `A view ${Math.random()}`, filter: { status: '5xx' } } }),
    change: ({ logViewId }) => ({
      params: { id: logViewId },
      body: { name: `Seen ${Math.random()}` },
    }),
    delete: ({ logViewId }) => ({ params: { id: logViewId } }),
  },
  customers: {
    ingest: ({ customer }) => ({ body: { externalId: customer, name: 'Somebody Else' } }),
  },
  transactions: {
    ingest: ({ customer, transaction }) => ({
      body: {
        externalId: transaction,
        customer,
        occurredAt: '2026-11-01T10:00:00Z',
        amount: '12.50',
        currency: 'EUR',
      },
    }),
  },
  webhooks: {
    listEndpoints: ({ appId }) => ({ query: { appId } }),
    showEndpoint: ({ endpointId }) => ({ params: { id: endpointId }, query: {} }),
    createEndpoint: ({ appId }) => ({ body: quietEndpoint(appId) }),
    updateEndpoint: ({ endpointId }) => ({
      params: { id: endpointId },
      body: { label: `Door ${Math.random()}` },
    }),
    deleteEndpoint: ({ spareEndpointId }) => ({ params: { id: spareEndpointId } }),
    pauseEndpoint: ({ endpointId }) => ({ params: { id: endpointId } }),
    resumeEndpoint: ({ endpointId }) => ({ params: { id: endpointId } }),
    showSecret: ({ endpointId }) => ({ params: { id: endpointId } }),
    rotateSecret: ({ endpointId }) => ({
      params: { id: endpointId },
      body: { overlap: 'now' },
    }),
    endOldSecret: ({ endpointId }) => ({ params: { id: endpointId } }),
    setCertificate: ({ endpointId }) => ({ params: { id: endpointId }, body: certificate }),
    removeCertificate: ({ endpointId }) => ({ params: { id: endpointId } }),
    listEventTypes: () => ({ query: { q: 'keys' } }),
    showEventType: () => ({ params: { name: 'keys.issued' } }),
    sendTest: ({ endpointId }) => ({
      params: { id: endpointId },
      body: { eventType: quietType },
    }),
    simulate: () => ({ body: { eventType: quietType } }),
    debugSignature: ({ endpointId }) => ({ body: { endpointId, headers: {}, body: '{}' } }),
    listDeliveries: ({ appId, endpointId }) => ({ query: { appId, endpointId } }),
    showDelivery: ({ deliveryId }) => ({ params: { id: deliveryId } }),
    retry: ({ deliveryId }) => ({ params: { id: deliveryId } }),
    retryFailed: ({ endpointId }) => ({ params: { id: endpointId }, body: { since: recently() } }),
    previewReplay: ({ endpointId }) => ({ body: { endpointId, from: recently() } }),
    startReplay: ({ endpointId }) => ({ body: { endpointId, from: recently() } }),
    health: ({ appId, endpointId }) => ({ query: { appId, endpointId } }),
  },
  webhookInbox: {
    show: ({ appId }) => ({ query: { appId } }),
    open: ({ appId }) => ({ body: { appId } }),
    close: ({ appId }) => ({ body: { appId } }),
    update: ({ appId }) => ({ body: { appId, answers: 503 } }),
    listMessages: ({ appId }) => ({ query: { appId } }),
    showMessage: ({ inboxMessageId }) => ({ params: { id: inboxMessageId } }),
    next: ({ appId }) => ({ query: { appId } }),
    noteForward: ({ inboxMessageId }) => ({
      params: { id: inboxMessageId },
      body: { to: 'http://localhost:4000/hooks', status: 200, fault: null, latencyMs: 5 },
    }),
    clear: ({ appId }) => ({ query: { appId } }),
  },
  embeds: {
    createSession: (_, { origin }) => ({
      body: { views: ['keys.list'], scopes: ['keys:read'], origins: [origin] },
    }),
    exchange: ({ clientSecret }) => ({ body: { clientSecret } }),
    revokeSession: ({ embedSessionId }) => ({ params: { id: embedSessionId } }),
    list: ({ projectId, appId }) => ({ query: { projectId, appId } }),
    show: ({ embedSessionId }) => ({ params: { id: embedSessionId } }),
    revokeMany: ({ appId }) => ({ body: { appId, userRef: 'nobody' } }),
    end: () => ({}),
    refusals: ({ appId }) => ({ query: { appId } }),
  },
  releases: {
    list: () => ({ query: { module: 'keys' } }),
    publish: () => ({ body: build(`1.0.${Math.floor(Math.random() * 1e9)}`) }),
    withdraw: () => ({ params: { id: nothing } }),
    restore: () => ({ params: { id: nothing } }),
  },
  registry: { show: () => ({}) },
  audit: {
    search: ({ keyId }) => ({ query: { target: keyId } }),
    actions: () => ({}),
    export: () => ({ query: { area: 'keys' } }),
    verify: () => ({ query: {} }),
    checkpoints: () => ({ query: {} }),
    keys: () => ({}),
  },
  jobs: {
    list: () => ({ query: { limit: 200 } }),
    show: ({ jobId }) => ({ params: { id: jobId } }),
    cancel: ({ jobId }) => ({ params: { id: jobId } }),
    resume: ({ jobId }) => ({ params: { id: jobId } }),
    retry: ({ jobId }) => ({ params: { id: jobId } }),
  },
  exports: {
    start: ({ environment }) => ({ body: { of: 'logs', filter: { environment } } }),
    show: ({ jobId }) => ({ params: { id: jobId } }),
    measure: ({ environment }) => ({ body: { of: 'logs', filter: { environment } } }),
    download: ({ jobId }) => ({ params: { id: jobId } }),
    link: ({ jobId }) => ({ params: { id: jobId } }),
    take: () => ({ params: { link: 'a-link' } }),
  },
} satisfies Partial<Everything>

/** What never happens by itself, so that nothing moves while what stands there is compared. */
const quietType = 'keys.overlap-ended'

/** Where nobody listens, and about what does not happen. */
const { certificate: pem, privateKey } = issue()
const certificate = { certificate: pem, privateKey }

export const quietEndpoint = (appId: string) => ({
  appId,
  url: 'https://127.0.0.1:9/hooks',
  eventTypes: [quietType],
})

const recently = () => new Date(Date.now() - 3_600_000).toISOString()

/** The smallest build of the module `keys` that is taken. */
export function build(version: string): {
  manifest: ModuleManifest
  files: Record<string, string>
} {
  const content = Buffer.from('{}')
  const integrity = `sha384-${createHash('sha384').update(content).digest('base64')}`
  const manifest: ModuleManifest = {
    name: 'keys',
    version,
    title: 'API keys',
    contract: '^0.1.0',
    entry: 'mf-manifest.json',
    views: [{ name: 'keys.list', kind: 'page', title: 'API keys', scopes: ['keys:read'] }],
    nav: [],
    files: [{ path: 'mf-manifest.json', bytes: content.length, integrity }],
  }
  return { manifest, files: { 'mf-manifest.json': content.toString('base64') } }
}
