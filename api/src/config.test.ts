import { expect, test } from '@jest/globals'
import { ConfigError, readConfig, readOwnerUrl } from './config.ts'

const whole = {
  DATABASE_APP_URL: 'postgres://app@host/db',
  DATABASE_WORKER_URL: 'postgres://worker@host/db',
  SONAQOR_KEK: Buffer.alloc(32).toString('base64'),
}

test('what is not said has a default', () => {
  expect(readConfig(whole)).toMatchObject({
    port: 4000,
    publicUrl: 'http://localhost:4000',
    database: { appUrl: whole.DATABASE_APP_URL, workerUrl: whole.DATABASE_WORKER_URL },
    testClock: false,
    demo: false,
  })
  expect(readConfig({ ...whole, PORT: '' }).port).toBe(4000)
  expect(readConfig({ ...whole, PUBLIC_URL: 'https://sonaqor.example/x' }).publicUrl).toBe(
    'https://sonaqor.example',
  )
})

const readWrong = () => readConfig({ PORT: 'many', LOG_LEVEL: 'loud' })

test('everything that is missing or wrong is told at once', () => {
  expect(readWrong).toThrow(ConfigError)
  const names = ['DATABASE_APP_URL', 'DATABASE_WORKER_URL', 'PORT', 'LOG_LEVEL', 'SONAQOR_KEK']
  for (const name of names) {
    expect(readWrong).toThrow(new RegExp(`^${name}`, 'm'))
  }
})

test('a key-encryption key has 32 bytes', () => {
  const short = Buffer.alloc(16).toString('base64')
  expect(() => readConfig({ ...whole, SONAQOR_KEK: short })).toThrow('32 bytes')
  const { SONAQOR_KEK: _, ...rest } = whole
  expect(() => readConfig({ ...rest, SONAQOR_KEK_FILE: '/nowhere' })).toThrow('/nowhere')
})

test('migrating takes the login of the owner', () => {
  expect(readOwnerUrl({ DATABASE_URL: 'postgresql://owner@host/db' })).toContain('owner')
  expect(() => readOwnerUrl({})).toThrow('DATABASE_URL: is missing')
  expect(() => readOwnerUrl({ DATABASE_URL: 'mysql://host' })).toThrow('must begin with postgres')
})

test('where people can reach it, nobody may tell it what time it is', () => {
  const moved = { ...whole, SONAQOR_TEST_CLOCK: 'true' }
  const at = (PUBLIC_URL: string) => () => readConfig({ ...moved, PUBLIC_URL })
  expect(readConfig(moved).testClock).toBe(true)
  expect(at('https://sonaqor.test')).not.toThrow()
  expect(at('https://sonaqor.example')).toThrow(/^SONAQOR_TEST_CLOCK/m)
  expect(at('http://sonaqor.example')).toThrow(/^SONAQOR_TEST_CLOCK/m)
})

const staffOf = (more: Record<string, string>) => readConfig({ ...whole, ...more }).staffUrl

test('staff have an origin on a host of their own', () => {
  expect(staffOf({})).toBe('http://staff.localhost:4000')
  expect(staffOf({ PUBLIC_URL: 'https://sonaqor.example' })).toBe('https://staff.sonaqor.example')
  expect(staffOf({ PUBLIC_URL: 'http://127.0.0.1:4000' })).toBe('http://staff.localhost:4000')
  expect(staffOf({ STAFF_URL: 'https://inside.example/x' })).toBe('https://inside.example')
  const at = (STAFF_URL: string) => () =>
    staffOf({ PUBLIC_URL: 'https://sonaqor.example', STAFF_URL })
  expect(at('https://sonaqor.example:8443')).toThrow(/^STAFF_URL/m)
  expect(at('http://inside.example')).toThrow(/^STAFF_URL.*https/m)
})
