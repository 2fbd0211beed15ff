import { expect, test } from '@jest/globals'
import { isOwnHost } from './own-host.ts'

const publicUrl = 'https://dashboard.example'

test.each([
  'dashboard.example',
  'Dashboard.Example:4000',
  'localhost',
  'localhost:4000',
  'staff.localhost:4000',
  '127.0.0.1:4100',
  '127.8.0.9',
  '[::1]:4000',
])('XC-1: %s is our own name, or this machine', (host) => {
  expect(isOwnHost(host, publicUrl)).toBe(true)
})

test.each([
  undefined,
  '',
  ':4000',
  'evil.example:4000',
  'dashboard.example.evil.example',
  'evil-dashboard.example',
  'localhost.evil.example',
  'notlocalhost',
  '127.0.0.1.evil.example',
  '10.0.0.1',
  '[::2]:4000',
])('XC-1: %s may be led here by anybody', (host) => {
  expect(isOwnHost(host, publicUrl)).toBe(false)
})
