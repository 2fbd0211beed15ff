import { beforeEach, expect, jest, test } from '@jest/globals'
import type { Me } from '@sonaqor/contract/auth'
import { Surface } from '@sonaqor/ui'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { QuickAccess } from './quick-access.tsx'

const me = {
  tenant: { id: 't1', name: 'Northwind' },
  tenants: [
    { id: 't1', name: 'Northwind' },
    { id: 't2', name: 'Contoso' },
  ],
  environments: ['sandbox', 'production'],
} as unknown as Me

const nav = [
  { group: 'build', order: 10, title: 'Projects', view: 'home.projects', path: '/projects' },
  { group: 'build', order: 20, title: 'API keys', view: 'keys.list', path: '/keys' },
] as const

const acts = {
  change: jest.fn(),
  onGo: jest.fn(),
  onSearch: jest.fn(),
  onSwitch: jest.fn(() => Promise.reject(new Error('no network'))),
  onSignOut: jest.fn(() => Promise.resolve()),
}

beforeEach(() => {
  localStorage.clear()
  for (const act of Object.values(acts)) act.mockClear()
})

async function open() {
  const user = userEvent.setup()
  const preferences = { environment: 'sandbox', theme: 'auto', singleKeys: true } as const
  render(
    <Surface>
      <QuickAccess me={me} nav={nav} preferences={preferences} {...acts} />
    </Surface>,
  )
  await user.keyboard('{Control>}k{/Control}')
  await screen.findByRole('combobox')
  screen.getByRole('combobox').focus()
  return user
}

const titles = () => screen.getAllByRole('option').map((option) => option.firstChild?.textContent)

test('XC-12: the command menu offers the pages, and what is not the case already', async () => {
  await open()
  expect(titles()).toEqual([
    'Projects',
    'API keys',
    'Switch to production',
    'Switch to Contoso',
    'Use the light theme',
    'Use the dark theme',
    'Show keyboard shortcuts',
    'Sign out',
  ])
})

test('XC-12: a page is gone to, and stands first the next time', async () => {
  const user = await open()
  await user.keyboard('keys{Enter}')
  expect(acts.onGo).toHaveBeenCalledWith('/keys')
  expect(screen.queryByRole('dialog')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Search pages and commands' }))
  expect(titles()[0]).toBe('API keys')
})

test('what could not be done is said', async () => {
  const user = await open()
  await user.keyboard('contoso{Enter}')
  expect((await screen.findAllByText(/Not done: Switch to Contoso/)).length).toBeGreaterThan(0)
})

test('XC-12: the command menu leads to the keys', async () => {
  const user = await open()
  await user.keyboard('shortcuts{Enter}')
  expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).toBeTruthy()
})
