import { describe, expect, test } from '@jest/globals'
import { addressOf, canonicalAddress, canonicalRange } from './index.ts'

describe('PA-2: a range is kept in one way', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7/32'],
    ['203.0.113.7/24', '203.0.113.0/24'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    [' 10.0.0.0/8 ', '10.0.0.0/8'],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1/128'],
    ['2001:db8:ffff::/33', '2001:db8:8000::/33'],
    ['::/0', '::/0'],
    ['::ffff:203.0.113.7', '203.0.113.7/32'],
    ['::ffff:203.0.113.7/120', '203.0.113.0/24'],
    ['::ffff:cb00:7107/128', '203.0.113.7/32'],
    ['::ffff:0:0/96', '0.0.0.0/0'],
  ])('%s as %s', (sent, kept) => {
    expect(canonicalRange(sent)).toBe(kept)
  })

  test.each([
    '',
    '/',
    '/24',
    '203.0.113.0/',
    '203.0.113.0/33',
    '203.0.113.0/-1',
    '203.0.113.0/08',
    '203.0.113.0/+8',
    '203.0.113.0/8.0',
    '203.0.113.0/1e1',
    '203.0.113.0/255.255.255.0',
    '203.0.113.0/24/24',
    '203.0.113',
    '203.0.113.0.1',
    '10.1/16',
    '010.0.0.0/8',
    '0x0a.0.0.0/8',
    '167772160/8',
    '256.0.0.1',
    '2001:db8::/129',
    '2001:db8:::/32',
    '1::2::3',
    '::ffff:010.0.0.1',
    '::ffff:203.0.113.7/95',
    'fe80::1%eth0/64',
    '[2001:db8::1]',
    '203.0.113.7:443',
    'localhost',
    '203.0.113.0/24,10.0.0.0/8',
    '２０３.0.113.0/24',
  ])('and %j is none', (sent) => {
    expect(canonicalRange(sent)).toBeNull()
  })
})

test('an address of IPv4 within IPv6 is one of IPv4, and a zone is no part of it', () => {
  expect(canonicalAddress('::ffff:203.0.113.7')).toBe('203.0.113.7')
  expect(canonicalAddress('::ffff:cb00:7107')).toBe('203.0.113.7')
  expect(canonicalAddress('FE80::1%eth0')).toBe('fe80::1')
  expect(canonicalAddress('203.0.113.7:443')).toBeNull()
  expect(canonicalAddress('')).toBeNull()
})

test('what stands before our own proxies is taken from nobody', () => {
  const from = {
    headers: { 'x-forwarded-for': '6.6.6.6, 198.51.100.1' },
    remoteAddress: '::ffff:10.0.0.1',
  }
  expect(addressOf(from, 0)).toBe('10.0.0.1')
  expect(addressOf(from, 1)).toBe('198.51.100.1')
  expect(addressOf({ ...from, headers: {} }, 1)).toBe('10.0.0.1')
})
