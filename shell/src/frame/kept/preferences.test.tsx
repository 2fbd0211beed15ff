import { beforeEach, expect, test } from '@jest/globals'
import { act, renderHook } from '@testing-library/react'
import { usePreferences, type Place, type Preferences } from './preferences.ts'

const both = ['sandbox', 'production'] as const
const at = (tenantId: string, more: Partial<Place> = {}) =>
  renderHook(() => usePreferences({ tenantId, environments: both, seesProjects: true, ...more }))
    .result

function choose(part: Partial<Preferences>) {
  const shown = at('t1')
  act(() => shown.current[1](part))
}

beforeEach(() => {
  sessionStorage.clear()
  localStorage.clear()
})

test('XC-12: the environment is remembered for each tenant', () => {
  choose({ environment: 'production' })
  expect(at('t1').current[0].environment).toBe('production')
  expect(at('t2').current[0].environment).toBe('sandbox')
})

test('a tab keeps its own, and a new one begins with what was chosen last', () => {
  choose({ environment: 'production', theme: 'dark' })
  const elsewhere = { environments: { t1: 'sandbox' }, theme: 'light', singleKeys: true }
  localStorage.setItem('sonaqor-preferences', JSON.stringify(elsewhere))
  expect(at('t1').current[0]).toMatchObject({ environment: 'production', theme: 'dark' })
  sessionStorage.clear()
  expect(at('t1').current[0]).toMatchObject({ environment: 'sandbox', theme: 'light' })
})

test('the address comes first, but opens no environment that the person may not see', () => {
  expect(at('t1', { asked: { environment: 'production' } }).current[0].environment).toBe(
    'production',
  )
  const alone = { environments: ['sandbox'], asked: { environment: 'production' } } as const
  expect(at('t1', alone).current[0].environment).toBe('sandbox')
})

const desk = { id: '01920000-0000-7000-8000-00000000a001', name: 'Trading desk' }

test('XC-12: the project is remembered for each tenant, and so is that it is all of them', () => {
  choose({ project: desk })
  expect(at('t1').current[0].project).toEqual(desk)
  expect(at('t2').current[0].project).toBeUndefined()
  localStorage.setItem('sonaqor-preferences', JSON.stringify({ projects: { t1: desk } }))
  choose({ project: undefined })
  expect(at('t1').current[0].project).toBeUndefined()
})

test('XC-12: the address names a project before anything else, or all of them', () => {
  choose({ project: desk })
  const other = '01920000-0000-7000-8000-00000000a002'
  expect(at('t1', { asked: { project: other } }).current[0].project).toEqual({
    id: other,
    name: '',
  })
  expect(at('t1', { asked: { project: desk.id } }).current[0].project).toEqual(desk)
  expect(at('t1', { asked: { project: 'all' } }).current[0].project).toBeUndefined()
  expect(at('t1', { asked: { project: '<script>' } }).current[0].project).toBeUndefined()
})

test('who may see no projects is narrowed to none', () => {
  choose({ project: desk })
  expect(at('t1', { seesProjects: false }).current[0].project).toBeUndefined()
})

test('XC-12: two choices at once are both kept', () => {
  const shown = at('t1')
  act(() => {
    shown.current[1]({ environment: 'production' })
    shown.current[1]({ project: desk })
  })
  expect(shown.current[0]).toMatchObject({ environment: 'production', project: desk })
})

test('what cannot be read is as if nothing had been chosen', () => {
  localStorage.setItem('sonaqor-preferences', '{"theme":"mauve","environments":7')
  expect(at('t1').current[0]).toEqual({ environment: 'sandbox', theme: 'auto', singleKeys: true })
})
