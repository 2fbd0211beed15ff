/** Made from the contract by `node api/contract/src/generate.ts`; a test keeps it current. */
export const routes = {
  auth: {
    signIn: 'POST /v1/auth/sign-in',
    verifyMfa: 'POST /v1/auth/verify-mfa',
    passkeyOptions: 'POST /v1/auth/passkey-options',
    signInWithPasskey: 'POST /v1/auth/passkey-sign-in',
    stepUpOptions: 'POST /v1/auth/step-up-options',
    stepUp: 'POST /v1/auth/step-up',
    refresh: 'POST /v1/auth/refresh',
    resume: 'POST /v1/auth/resume',
    switchTenant: 'POST /v1/auth/switch-tenant',
    signOut: 'POST /v1/auth/sign-out',
  },
  account: {
    showFactors: 'GET /v1/account/factors',
    beginTotp: 'POST /v1/account/totp',
    confirmTotp: 'POST /v1/account/totp/confirm',
    removeTotp: 'DELETE /v1/account/totp',
    beginPasskey: 'POST /v1/account/passkeys/options',
    addPasskey: 'POST /v1/account/passkeys',
    renamePasskey: 'PATCH /v1/account/passkeys/{id}',
    removePasskey: 'DELETE /v1/account/passkeys/{id}',
    renewRecoveryCodes: 'POST /v1/account/recovery-codes',
  },
  sessions: {
    list: 'GET /v1/sessions',
    end: 'POST /v1/sessions/{id}/end',
    endOthers: 'POST /v1/sessions/end-others',
  },
  me: {
    show: 'GET /v1/me',
  },
  demo: {
    people: 'GET /v1/demo/people',
  },
  notifications: {
    list: 'GET /v1/notifications',
    markRead: 'POST /v1/notifications/{id}/read',
    markAllRead: 'POST /v1/notifications/read-all',
    showPreferences: 'GET /v1/notifications/preferences',
    setPreferences: 'PUT /v1/notifications/preferences',
    deliveries: 'GET /v1/notifications/deliveries',
  },
  projects: {
    list: 'GET /v1/projects',
    create: 'POST /v1/projects',
  },
  apps: {
    list: 'GET /v1/apps',
    show: 'GET /v1/apps/{id}',
    create: 'POST /v1/apps',
  },
  keys: {
    list: 'GET /v1/keys',
    show: 'GET /v1/keys/{id}',
    issue: 'POST /v1/keys',
    revoke: 'DELETE /v1/keys/{id}',
  },
  logs: {
    search: 'GET /v1/logs',
    show: 'GET /v1/logs/{id}',
  },
  customers: {
    ingest: 'POST /v1/customers',
  },
  transactions: {
    ingest: 'POST /v1/transactions',
  },
  embeds: {
    createSession: 'POST /v1/embed-sessions',
    exchange: 'POST /v1/embed-sessions/exchange',
    revokeSession: 'DELETE /v1/embed-sessions/{id}',
  },
  releases: {
    list: 'GET /v1/releases',
    publish: 'POST /v1/releases',
    withdraw: 'POST /v1/releases/{id}/withdraw',
    restore: 'POST /v1/releases/{id}/restore',
  },
  registry: {
    show: 'GET /v1/registry',
  },
  audit: {
    search: 'GET /v1/audit',
    actions: 'GET /v1/audit/actions',
    export: 'GET /v1/audit/export',
    verify: 'GET /v1/audit/verify',
    checkpoints: 'GET /v1/audit/checkpoints',
    keys: 'GET /v1/audit/keys',
  },
} as const
