import type { OpenedSession } from '@sonaqor/contract/embeds'
import { ago, hourMs, minuteMs } from '@sonaqor/storybook/fixtures/time'

export function sessionOf(change: Partial<OpenedSession> = {}): OpenedSession {
  return {
    id: '01920000-0000-7000-8000-0000000ee001',
    environment: 'sandbox',
    app: { id: '01920000-0000-7000-8000-0000000aa001', name: 'Merchant portal' },
    key: { id: '01920000-0000-7000-8000-0000000bb001', label: 'Portal server' },
    user: { ref: 'merchant-7', name: 'Ada Marsh' },
    views: ['keys.list', 'keys.issue', 'logs.list'],
    scopes: ['keys:read', 'keys:write', 'logs:read'],
    origins: ['https://portal.example.com', 'https://admin.portal.example.com'],
    filters: null,
    state: 'live',
    openedAt: ago(18 * minuteMs),
    renewals: 0,
    enteredAt: ago(18 * minuteMs),
    enteredOrigin: 'https://portal.example.com',
    lastSeenAt: ago(2 * minuteMs),
    expiresAt: ago(-42 * minuteMs),
    endedAt: null,
    ...change,
  }
}

export const lockedSession = sessionOf({
  id: '01920000-0000-7000-8000-0000000ee002',
  user: { ref: 'branch-north/4711', name: 'Béatrice Lindqvist-Okonkwo' },
  views: ['logs.list'],
  scopes: ['logs:read'],
  filters: {
    externalIds: ['cust-1001', 'cust-1002', 'cust-1003'],
    customers: 3,
    regions: ['North', 'Coast'],
    masked: true,
  },
})

export const nobodysSession = sessionOf({
  id: '01920000-0000-7000-8000-0000000ee003',
  user: null,
  views: ['keys.list'],
  scopes: ['keys:read'],
  enteredAt: null,
  enteredOrigin: null,
  lastSeenAt: null,
  openedAt: ago(minuteMs / 2),
})

export const endedSession = sessionOf({
  id: '01920000-0000-7000-8000-0000000ee004',
  user: { ref: 'merchant-8', name: 'Bo Lind' },
  state: 'ended',
  openedAt: ago(26 * hourMs),
  enteredAt: ago(26 * hourMs),
  lastSeenAt: ago(25 * hourMs),
  expiresAt: ago(25 * hourMs),
})

export const revokedSession = sessionOf({
  id: '01920000-0000-7000-8000-0000000ee005',
  user: { ref: 'merchant-9', name: 'Cy Rowe' },
  app: { id: '01920000-0000-7000-8000-0000000aa002', name: 'Back office' },
  enteredOrigin: 'http://localhost:5173',
  state: 'revoked',
  openedAt: ago(3 * hourMs),
  lastSeenAt: ago(3 * hourMs),
  expiresAt: ago(2 * hourMs),
  endedAt: ago(2.5 * hourMs),
})

export const sessions: readonly OpenedSession[] = [
  nobodysSession,
  sessionOf(),
  lockedSession,
  revokedSession,
  endedSession,
]
