/** How to ask for what concerns people: who they are, what they may do, and what they are told. */
import { nothing, type Everything } from './asked.ts'

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

export const askedOfPeople = {
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
} satisfies Partial<Everything>
