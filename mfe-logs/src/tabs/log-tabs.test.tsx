import { logDetailOf, logEntries } from '@sonaqor/storybook/fixtures/logs'
import { memoryViewState } from '@sonaqor/module/testing'
import { expect, test } from '@jest/globals'
import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { pageOver } from '../testing/show-logs-page.tsx'

const showPage = pageOver({ entries: logEntries, detailOf: () => logDetailOf() })
const scopes = ['logs:read', 'webhooks:read'] as const
const tab = (name: string) => screen.findByRole('tab', { name })

test('LG-3: the deliveries of webhooks are the second tab of the logs, which the address names', async () => {
  const module = showPage({ scopes })
  await screen.findByRole('tab', { name: 'API logs', selected: true })
  expect(module.placed).toEqual([])
  await userEvent.click(await tab('Webhook logs'))
  expect(module.placed).toMatchObject([{ view: 'webhooks.deliveries' }])
  expect(module.viewState.read()).toEqual({ tab: 'webhooks' })
})

test('LG-3: the tabs are walked by arrows, and the focus stays with the one that is open', async () => {
  showPage({ scopes })
  const first = await tab('API logs')
  first.focus()
  await userEvent.keyboard('{ArrowRight}')
  expect(document.activeElement).toBe(await tab('Webhook logs'))
  await userEvent.keyboard('{Home}')
  expect(document.activeElement).toBe(await tab('API logs'))
})

test('LG-3: what is chosen among the deliveries stands in the address beside what is chosen here', () => {
  const state = { tab: 'webhooks', status: '5xx', 'webhooks.result': 'failed' }
  const module = showPage({ scopes, viewState: memoryViewState(state) })
  expect(module.placed[0]?.viewState?.read()).toEqual({ result: 'failed' })
})

test('LG-3: who may not see webhooks, and a page that shows none, has one log without tabs', async () => {
  showPage({ scopes: ['logs:read'], viewState: memoryViewState({ tab: 'webhooks' }) })
  expect(await screen.findByRole('table')).toBeTruthy()
  expect(screen.queryByRole('tab')).toBeNull()
})
