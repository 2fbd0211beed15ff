import { expect, test } from '@jest/globals'
import { readSettings } from './settings.ts'

const owner = 'postgres://owner@db/sonaqor'
const app = 'postgres://app@db/sonaqor'
const worker = 'postgres://worker@db/sonaqor'

test('with nothing set it is the embedded database, port 4000 and the demo', () => {
  expect(readSettings({})).toMatchObject({
    shellUrl: 'http://localhost:4000',
    portalUrl: 'http://127.0.0.1:4100',
    databases: undefined,
    demo: true,
  })
})

test('a database of your own is told everything that it misses, at once', () => {
  expect(() => readSettings({ DATABASE_URL: owner })).toThrow(
    /DATABASE_APP_URL: (.|\n)*DATABASE_WORKER_URL: (.|\n)*SONAQOR_KEK: (.|\n)*a-database-of-your-own/,
  )
  expect(() => readSettings({ DATABASE_WORKER_URL: worker })).toThrow(
    /DATABASE_URL: (.|\n)*DATABASE_APP_URL: /,
  )
  // A key alone is a key of one's own for the embedded database.
  expect(readSettings({ SONAQOR_KEK: 'a2V5' })).toMatchObject({
    databases: undefined,
    hasKek: true,
  })
})

test('a database of your own has three logins, brings its own key, and has no demo', () => {
  const logins = { DATABASE_URL: owner, DATABASE_APP_URL: app, DATABASE_WORKER_URL: worker }
  expect(() => readSettings(logins)).toThrow('SONAQOR_KEK: ')
  const settings = readSettings({ ...logins, SONAQOR_KEK: 'a2V5' })
  expect(settings).toMatchObject({ databases: { owner, app, worker }, demo: false })
})

test.each(['0', '65500', 'web', '80.5'])('PORT=%s is refused', (PORT) => {
  expect(() => readSettings({ PORT })).toThrow('PORT must be between')
})

test('the demo is switched by a word that means yes or no', () => {
  expect(readSettings({ SONAQOR_DEMO: 'off' }).demo).toBe(false)
  expect(() => readSettings({ SONAQOR_DEMO: 'perhaps' })).toThrow('SONAQOR_DEMO')
})
