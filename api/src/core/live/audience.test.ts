import { expect, test } from '@jest/globals'
import { notificationEvents } from '@sonaqor/contract/notifications'
import type { TenantPrincipal } from '../access/index.ts'
import { createHearing } from './audience.ts'

const hearing = createHearing(Object.values(notificationEvents))
const event = {
  position: 1,
  tenantId: 't',
  environment: null,
  appId: null,
  sequence: 1,
  type: notificationEvents.arrived.name,
  ref: {},
  at: new Date(),
}

/** One that sees every app, so that nothing but what it is keeps it out. */
const listener = (kind: TenantPrincipal['kind'], tenantId = 't') =>
  hearing.audienceOf({
    kind,
    tenantId,
    environments: ['sandbox', 'production'],
    appIds: 'all',
    scopes: new Set(),
  } as unknown as TenantPrincipal)

test('XC-12 what is for members goes to their room, without a scope, and to no other', () => {
  expect(hearing.hears(listener('member'), event)).toBe(true)
  expect(hearing.hears(listener('key'), event)).toBe(false)
  expect(hearing.hears(listener('embed'), event)).toBe(false)
  expect(hearing.hears(listener('member', 'another'), event)).toBe(false)
  expect(listener('member').key).not.toBe(listener('key').key)
})

/** One of the room, without a scope. */
const is = (id: string) => ({ id, scopes: new Set() as TenantPrincipal['scopes'] })

test('XC-5: of that room it is for the one member whom it names', () => {
  const ofAda = { ...event, ref: { memberId: 'ada' } }
  expect(hearing.isForSome(ofAda)).toBe(true)
  expect(hearing.concerns(is('ada'), ofAda)).toBe(true)
  expect(hearing.concerns(is('bo'), ofAda)).toBe(false)
  expect(hearing.concerns(is('ada'), event)).toBe(false)
})
