/** Single sign-on of a made-up tenant, in every state that the page tells apart. */
import type { SsoConnection, SsoDomain, SsoSettings } from '@sonaqor/contract/sso'

const day = '2026-11-20T09:30:00.000Z'

export const connection: SsoConnection = {
  issuer: 'https://login.acme.example',
  clientId: 'sonaqor-dashboard',
  enabled: false,
  required: false,
  createsMembers: true,
  defaultRole: 'viewer',
  roleClaim: 'groups',
  roleMap: [
    { value: 'platform', role: 'admin' },
    { value: 'engineers', role: 'developer' },
  ],
  factorCounts: false,
  check: { state: 'good', at: day, fault: null },
}

export const domain: SsoDomain = {
  id: '01a1ff69-0000-7000-8000-000000000001',
  domain: 'acme.example',
  record: { name: '_sonaqor.acme.example', value: 'sonaqor-verification=Jr1x0cT9Zq' },
  state: 'verified',
  checkedAt: day,
  verifiedAt: day,
}

export const waiting: SsoDomain = {
  ...domain,
  id: '01a1ff69-0000-7000-8000-000000000002',
  domain: 'acme-trading.example',
  record: { name: '_sonaqor.acme-trading.example', value: 'sonaqor-verification=b7Gh2LmPq4' },
  state: 'not-found',
  verifiedAt: null,
}

export const settings: SsoSettings = {
  redirectUri: 'https://sonaqor.example/sign-in/company/01a1ff69-0000-7000-8000-00000000000a',
  logoutUri: 'https://sonaqor.example/sso/back-channel-logout/01a1ff69-0000-7000-8000-00000000000a',
  connection,
  domains: [waiting, domain],
  revision: 3,
}

export const nothingSetUp: SsoSettings = {
  ...settings,
  connection: null,
  domains: [],
  revision: 0,
}
