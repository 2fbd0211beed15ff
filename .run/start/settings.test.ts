import { expect, test } from '@jest/globals'
import { readSettings } from './settings.ts'

const owner = 'postgres://owner@db/sonaqor'
const app = 'postgres://app@db/sonaqor'

test('with nothing set it is the embedded database, port 4000 and the demo', () => {
  expect(readSettings({})).toMatchObject({
    shellUrl: 'http://localhost:4000',
    portalUrl: 'http://127.0.0.1:4100',
    databases: undefined,
    demo: true,
  })
})

test('the two logins of a database of your own go together', () => {
  expect(() => readSettings({ DATABASE_URL: owner })).toThrow('go together')
  expect(() => readSettings({ DATABASE_APP_URL: app })).toThrow('go together')
})

test('a database of your own has no demo, and brings its own key', () => {
  const both = { DATABASE_URL: owner, DATABASE_APP_URL: app }
  expect(() => readSettings(both)).toThrow('SONAQOR_KEK has to be set')
  const settings = readSettings({ ...both, SONAQOR_KEK: 'a2V5' })
  expect(settings).toMatchObject({ databases: { owner, app }, demo: false })
})

test.each(['0', '65500', 'web', '80.5'])('PORT=%s is refused', (PORT) => {
  expect(() => readSettings({ PORT })).toThrow('PORT must be between')
})

test('the demo is switched by a word that means yes or no', () => {
  expect(readSettings({ SONAQOR_DEMO: 'off' }).demo).toBe(false)
  expect(() => readSettings({ SONAQOR_DEMO: 'perhaps' })).toThrow('SONAQOR_DEMO')
})
