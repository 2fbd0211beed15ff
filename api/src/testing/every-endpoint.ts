/**
 * How to ask each endpoint of the contract for somebody's things. A new endpoint that is missing here
 * does not compile, and the tests that walk over the contract fail by its name.
 */
import { createHash } from 'node:crypto'
import type { Environment } from '@sonaqor/contract/access'
import { contract, type SonaqorContract } from '@sonaqor/contract/contract'
import type { Endpoint, RequestOf } from '@sonaqor/contract/endpoint'
import type { ModuleManifest } from '@sonaqor/contract/manifest'

/** One of each kind of thing that somebody has. */
export interface Belongings {
  readonly tenantId: string
  readonly environment: Environment
  readonly projectId: string
  /** One that may be deleted, and one that was and may be restored. */
  readonly spareProjectId: string
  readonly deletedProjectId: string
  readonly appId: string
  /** In the same project and the other environment. */
  readonly siblingAppId: string
  readonly spareAppId: string
  readonly deletedAppId: string
  /** A key that may be revoked. */
  readonly keyId: string
  readonly logEntryId: string
  readonly embedSessionId: string
  /** Works once. */
  readonly clientSecret: string
  readonly customer: string
  readonly transaction: string
  /** Somebody of the team who asks for nothing. */
  readonly memberId: string
  readonly inviteId: string
  readonly tenantName: string
  /** One that is open, and one that is signed. */
  readonly reviewId: string
  readonly reviewItemId: string
  readonly signedReviewId: string
  /** A domain of e-mail addresses that is claimed. */
  readonly ssoDomainId: string
  /** A look into the tenant that staff asked for, and one that is running. */
  readonly askedLookId: string
  readonly runningLookId: string
  /** In the owner's inbox. */
  readonly notificationId: string
  /** An export that a key of the app has started, and that was cancelled. */
  readonly jobId: string
}

/** Who asks, where an endpoint wants to know it from what is sent. */
export interface Asker {
  readonly email: string
  readonly password: string
  readonly origin: string
}

type Filled<E> = (of: Belongings, by: Asker) => RequestOf<E>
type Everything = {
  readonly [A in keyof SonaqorContract]: {
    readonly [V in keyof SonaqorContract[A]]: Filled<SonaqorContract[A][V]>
  }
}

/** Nothing has this id; whether somebody may is asked before. */
const nothing = '00000000-0000-7000-8000-000000000000'

/** Of the right shape, and signed by nobody. */
const credential = {
  id: 'AAAA',
  rawId: 'AAAA',
  type: 'public-key',
  clientExtensionResults: {},
} as const
const clientDataJSON = Buffer.from('{}').toString('base64url')
const assertion = {
  ...credential,
  response: { clientDataJSON, authenticatorData: 'AAAA', signature: 'AAAA' },
}
const attestation = {
  ...credential,
  response: { clientDataJSON, attestationObject: 'AAAA' },
}

const everything: Everything = {
  auth: {
    signIn: ({ tenantId }, { email, password }) => ({ body: { email, password, tenantId } }),
    refresh: () => ({}),
    resume: () => ({}),
    verifyMfa: () => ({ body: { ticket: 'no such ticket', code: '123456' } }),
    passkeyOptions: () => ({ body: {} }),
    signInWithPasskey: () => ({ body: { passkey: assertion } }),
    stepUpOptions: () => ({}),
    stepUp: () => ({ body: { code: '123456' } }),
    switchTenant: ({ tenantId }) => ({ body: { tenantId } }),
    requestReset: (_, { email }) => ({ body: { email } }),
    resetPassword: (_, { password }) => ({ body: { token: 'no such token', password } }),
    signUp: () => ({
      body: { tenantName: 'Founded', name: 'Ada Example', email: `${Math.random()}@world.test` },
    }),
    confirmSignUp: (_, { password }) => ({ body: { token: 'no such token', password } }),
    confirmEmail: () => ({ body: { token: 'no such token' } }),
    signOut: () => ({}),
  },
  account: {
    show: () => ({}),
    update: () => ({ body: { locale: 'en' } }),
    changePassword: (_, { password }) => ({ body: { current: password, next: password } }),
    changeEmail: (_, { password }) => ({
      body: { email: `${Math.random()}@world.test`, password },
    }),
    addTenant: () => ({ body: { name: 'One more' } }),
    showFactors: () => ({}),
    beginTotp: (_, { password }) => ({ body: { password } }),
    confirmTotp: () => ({ body: { code: '123456' } }),
    removeTotp: () => ({}),
    beginPasskey: (_, { password }) => ({ body: { password } }),
    addPasskey: () => ({ body: { name: 'Laptop', passkey: attestation } }),
    renamePasskey: () => ({ params: { id: 'none' }, body: { name: 'Laptop' } }),
    removePasskey: () => ({ params: { id: 'none' } }),
    renewRecoveryCodes: () => ({}),
  },
  sessions: {
    list: () => ({}),
    end: () => ({ params: { id: nothing } }),
    endOthers: () => ({}),
  },
  preferences: {
    show: () => ({}),
    save: () => ({ body: { theme: 'dark', environment: 'production' } }),
  },
  sso: {
    show: () => ({}),
    configure: () => ({
      body: {
        issuer: 'https://nobody.world.test',
        clientId: 'sonaqor',
        clientSecret: 'a secret of nobody',
        createsMembers: false,
        defaultRole: 'viewer',
        roleClaim: null,
        roleMap: [],
        factorCounts: false,
      },
    }),
    check: () => ({}),
    switch: () => ({ body: { enabled: false, required: false } }),
    remove: () => ({}),
    claimDomain: () => ({ body: { domain: `d${Math.random().toString(36).slice(2)}.world.test` } }),
    checkDomain: ({ ssoDomainId }) => ({ params: { id: ssoDomainId } }),
    releaseDomain: ({ ssoDomainId }) => ({ params: { id: ssoDomainId } }),
  },
  signOn: {
    begin: (_, { email }) => ({ body: { email } }),
    start: () => ({}),
    finish: ({ tenantId }) => ({ body: { tenantId, code: 'no code', state: 'no state' } }),
  },
  drafts: {
    list: () => ({ query: { limit: 200 } }),
    show: () => ({ params: { kind: 'projects.create', key: 'new' } }),
    save: () => ({
      params: { kind: 'projects.create', key: 'new' },
      body: { content: { name: 'Trading desk' } },
    }),
    drop: () => ({ params: { kind: 'projects.create', key: 'new' } }),
  },
  me: { show: () => ({}) },
  demo: { people: () => ({}) },
  notifications: {
    list: () => ({ query: { limit: 200 } }),
    markRead: ({ notificationId }) => ({ params: { id: notificationId } }),
    markAllRead: () => ({ body: {} }),
    showPreferences: () => ({ query: {} }),
    setPreferences: () => ({
      body: { changes: [{ kind: 'keys.issued', channel: 'mail', on: true }] },
    }),
    deliveries: () => ({ query: { limit: 200 } }),
  },
  team: {
    list: () => ({ query: { limit: 200 } }),
    show: ({ memberId }) => ({ params: { id: memberId } }),
    explain: ({ memberId }) => ({ params: { id: memberId }, query: { operation: 'keys.issue' } }),
    activity: ({ memberId }) => ({ params: { id: memberId }, query: {} }),
    invite: () => ({ body: { emails: [`${Math.random()}@world.test`], role: 'viewer' } }),
    resendInvite: ({ inviteId }) => ({ params: { id: inviteId } }),
    cancelInvite: ({ inviteId }) => ({ params: { id: inviteId } }),
    changeRole: ({ memberId }) => ({ params: { id: memberId }, body: { role: 'analyst' } }),
    setCompliance: ({ memberId }) => ({ params: { id: memberId }, body: { compliance: true } }),
    suspend: ({ memberId }) => ({ params: { id: memberId } }),
    resume: ({ memberId }) => ({ params: { id: memberId } }),
    remove: ({ memberId }) => ({ params: { id: memberId } }),
    leave: ({ tenantName }) => ({ body: { tenant: tenantName } }),
  },
  invites: {
    show: () => ({ body: { token: 'no such token' } }),
    accept: () => ({ body: { token: 'no such token' } }),
  },
  security: {
    show: () => ({}),
    update: () => ({ body: { secondFactorRequired: false } }),
  },
  reviews: {
    list: () => ({ query: { limit: 200 } }),
    start: () => ({ body: { which: 'all' } }),
    show: ({ reviewId }) => ({ params: { id: reviewId } }),
    items: ({ reviewId }) => ({ params: { id: reviewId }, query: { limit: 200 } }),
    decide: ({ reviewId, reviewItemId }) => ({
      params: { id: reviewId, itemId: reviewItemId },
      body: { decision: 'keep' },
    }),
    sign: ({ reviewId }) => ({ params: { id: reviewId } }),
    download: ({ signedReviewId }) => ({ params: { id: signedReviewId } }),
    discard: ({ reviewId }) => ({ params: { id: reviewId } }),
  },
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
    promote: ({ appId, siblingAppId }) => ({
      params: { id: siblingAppId },
      body: { from: appId, fields: ['origins'] },
    }),
  },
  keys: {
    list: ({ projectId, appId }) => ({ query: { projectId, appId } }),
    show: ({ keyId }) => ({ params: { id: keyId } }),
    issue: ({ appId }) => ({ body: { appId, label: 'One more', scopes: ['apps:read'] } }),
    revoke: ({ keyId }) => ({ params: { id: keyId } }),
  },
  logs: {
    search: ({ projectId, keyId }) => ({ query: { projectId, keyId } }),
    show: ({ logEntryId }) => ({ params: { id: logEntryId } }),
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
  embeds: {
    createSession: (_, { origin }) => ({
      body: { views: ['keys.list'], scopes: ['keys:read'], origins: [origin] },
    }),
    exchange: ({ clientSecret }) => ({ body: { clientSecret } }),
    revokeSession: ({ embedSessionId }) => ({ params: { id: embedSessionId } }),
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
    start: ({ environment }) => ({ body: { of: 'audit', filter: { environment } } }),
    show: ({ jobId }) => ({ params: { id: jobId } }),
    download: ({ jobId }) => ({ params: { id: jobId } }),
  },
  supportAccess: {
    list: () => ({ query: { limit: 200 } }),
    open: () => ({ body: { reason: 'A customer is missing' } }),
    approve: ({ askedLookId }) => ({ params: { id: askedLookId }, body: {} }),
    deny: ({ askedLookId }) => ({ params: { id: askedLookId } }),
    end: ({ runningLookId }) => ({ params: { id: runningLookId } }),
    reads: ({ runningLookId }) => ({ params: { id: runningLookId }, query: {} }),
  },
  staff: {
    signIn: (_, { email, password }) => ({ body: { email, password } }),
    verifyMfa: () => ({ body: { ticket: 'no such ticket', code: '123456' } }),
    resume: () => ({}),
    signOut: () => ({}),
    beginTotp: (_, { password }) => ({ body: { password } }),
    confirmTotp: () => ({ body: { code: '123456' } }),
    stepUpOptions: () => ({}),
    stepUp: () => ({ body: { code: '123456' } }),
    people: () => ({}),
    addPerson: () => ({
      body: { name: 'Ada Example', email: `${Math.random()}@world.test`, role: 'support' },
    }),
    changePerson: () => ({ params: { id: nothing }, body: { state: 'suspended' } }),
    acts: () => ({}),
    tenants: () => ({ query: {} }),
    changeTenant: ({ tenantId }) => ({ params: { id: tenantId }, body: { plan: 'free' } }),
    suspendTenant: () => ({ params: { id: nothing }, body: { reason: 'Unpaid' } }),
    resumeTenant: ({ tenantId }) => ({ params: { id: tenantId }, body: { reason: 'Paid' } }),
    modules: () => ({}),
    looks: () => ({}),
    requestLook: ({ tenantId }) => ({ body: { tenantId, reason: 'A customer is missing' } }),
    enterLook: ({ runningLookId }) => ({ params: { id: runningLookId } }),
    endLook: ({ runningLookId }) => ({ params: { id: runningLookId } }),
  },
}

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

export interface FilledRequest {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
}

export interface EndpointEntry {
  /** `keys.issue` */
  readonly name: string
  readonly endpoint: Endpoint
  /** Undefined where nobody has said how. */
  readonly fill: ((of: Belongings, by: Asker) => FilledRequest) | undefined
}

/** Every endpoint that the contract has, whether or not it stands above. */
export const everyEndpoint: readonly EndpointEntry[] = Object.entries(contract).flatMap(
  ([area, endpoints]) =>
    Object.entries(endpoints).map(([verb, endpoint]: [string, Endpoint]) => ({
      name: `${area}.${verb}`,
      endpoint,
      fill: (everything as Record<string, Record<string, EndpointEntry['fill']>>)[area]?.[verb],
    })),
)

/** The address that a filled request goes to. */
export function pathOf({ path }: Endpoint, { params = {}, query = {} }: FilledRequest): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')
  const search = new URLSearchParams(
    Object.entries(query).filter(([, value]) => value !== undefined),
  )
  return `/v1${filled}${search.size > 0 ? `?${search}` : ''}`
}
