import { expect, test } from '@jest/globals'
import { NewEmbedSession } from './embeds.ts'
import { moduleName, ViewManifest } from './manifest.ts'
import { exportOf } from './view-name.ts'

const asModule = (name: string) => moduleName.safeParse(name).success
const asManifest = (name: string) =>
  ViewManifest.safeParse({ name, kind: 'page', title: 'A view', scopes: [] }).success
const asSession = (name: string) => NewEmbedSession.shape.views.safeParse([name]).success

test('a session may ask for every view that a module may publish, and for no other', () => {
  for (const name of ['keys.list', 'logs.tail-widget', 'home.projectsOf']) {
    expect([asManifest(name), asSession(name)]).toEqual([true, true])
  }
  for (const name of ['keys', 'keys.', '.list', 'Keys.list', 'keys.list.more', 'keys.Übersicht']) {
    expect([asManifest(name), asSession(name)]).toEqual([false, false])
  }
})

test('whatever a module may be called, its views may be called after it, and no others', () => {
  for (const name of ['keys', 'risk-scores', 'ab']) {
    expect([name, asModule(name), asManifest(`${name}.list`)]).toEqual([name, true, true])
  }
  for (const name of ['risk-2', '2fa', 'Keys', '-keys', 'k', 'k'.repeat(32), 'keys_old']) {
    expect([name, asModule(name), asManifest(`${name}.list`)]).toEqual([name, false, false])
  }
})

test('a view is the export of its module that its name ends with', () => {
  expect(exportOf('keys.list')).toBe('list')
})
