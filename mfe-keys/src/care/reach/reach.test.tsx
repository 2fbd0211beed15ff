import { keyScopes } from '@sonaqor/contract/access'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { apps } from '@sonaqor/storybook/fixtures/projects'
import { fakeModule } from '@sonaqor/module/testing'
import { expect, test } from '@jest/globals'
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import IssueKeyView from '../../issue/issue-key-view.tsx'
import { callsOf, lostCalls, revealingOf } from './reach-of.ts'

test('KY-1: each scope that a key can hold opens something, or shows more of it', () => {
  const idle = keyScopes.filter(
    (scope) => callsOf([scope]).length === 0 && revealingOf([...keyScopes]).length === 0,
  )
  expect(idle).toEqual([])
})

test('KY-1: what two scopes open is told once, by what it is about', () => {
  const calls = callsOf(['keys:write', 'keys:read', 'keys:write'])
  expect(new Set(calls).size).toBe(calls.length)
  expect(calls.slice(0, 2)).toEqual(['GET /v1/keys', 'POST /v1/keys'])
})

test('KY-8: what is taken away is told, and not what another scope still opens', () => {
  expect(lostCalls(['logs:read', 'apps:read'], ['apps:read'])).toContain('GET /v1/logs')
  expect(lostCalls(['logs:read', 'apps:read'], ['logs:read', 'apps:read'])).toEqual([])
})

test('KY-1: a scope that only reveals more does so in what the key can call, and nowhere else', () => {
  expect(revealingOf(['customers:read'])).toEqual([])
  expect(revealingOf(['customers:read', 'logs:read'])).toEqual(['GET /v1/logs/{id}'])
})

test('KY-1: whoever issues a key sees before what it will be able to call', async () => {
  const module = fakeModule({ scopes: keyScopes, api: { apps: { list: () => pageWith(apps) } } })
  render(<IssueKeyView />, { wrapper: module.wrapper })
  await screen.findByLabelText('Label')
  expect(screen.queryByText(/^It will be able to call/)).toBeNull()
  await userEvent.click(screen.getByRole('checkbox', { name: /^customers:ingest/ }))
  const summary = await screen.findByText('It will be able to call 1 operation')
  const details = within(summary.closest('details')!)
  expect(details.getByText('POST /v1/customers')).toBeTruthy()
  for (const scope of [/^customers:read/, /^logs:read/, /^embeds:create/]) {
    await userEvent.click(screen.getByRole('checkbox', { name: scope }))
  }
  expect(details.getByText('With customer data in:')).toBeTruthy()
  expect(details.getByText(/can also open embed sessions/)).toBeTruthy()
})
