import { beforeEach, expect, test } from '@jest/globals'
import { act, renderHook } from '@testing-library/react'
import { usePreferences, type Place, type Preferences } from './preferences.ts'

const both = ['sandbox', 'production'] as const
const at = (tenantId: string, more: Partial<Place> = {}) =>
  renderHook(() => usePreferences({ tenantId, environments: both, ...more })).result

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
  expect(at('t1', { asked: 'production' }).current[0].environment).toBe('production')
  const alone = { environments: ['sandbox'], asked: 'production' } as const
  expect(at('t1', alone).current[0].environment).toBe('sandbox')
})

test('what cannot be read is as if nothing had been chosen', () => {
  localStorage.setItem('sonaqor-preferences', '{"theme":"mauve","environments":7')
  expect(at('t1').current[0]).toEqual({ environment: 'sandbox', theme: 'auto', singleKeys: true })
})
