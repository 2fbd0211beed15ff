import { expect, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import { Surface } from '../surface/surface.tsx'
import { reveal } from './movement.ts'
import { Tabs } from './tabs.tsx'

const tabs = [
  { id: 'profile', label: 'Profile' },
  { id: 'alerts', label: 'Alerts', count: 1_284 },
  { id: 'history', label: 'History' },
] as const

type Id = (typeof tabs)[number]['id']

function Show({ locale = 'en' }: { readonly locale?: string }) {
  const [value, setValue] = useState<Id>('profile')
  return (
    <Surface locale={locale}>
      <Tabs label="Customer" tabs={tabs} value={value} onChange={setValue}>
        Of {value}
      </Tabs>
    </Surface>
  )
}

const openOne = () => screen.getByRole('tab', { selected: true })

test('the panel is named by its tab, and a count is written in the locale', () => {
  render(<Show locale="de" />)
  expect(screen.getByRole('tab', { name: 'Alerts 1.284' })).toBeTruthy()
  expect(screen.getByRole('tabpanel', { name: 'Profile' }).textContent).toBe('Of profile')
})

test('arrows, Home and End open a tab and take the focus along, round and round', async () => {
  render(<Show />)
  await userEvent.tab()
  const seen: (string | undefined)[] = []
  for (const key of ['ArrowRight', 'End', 'ArrowRight', 'ArrowLeft', 'Home']) {
    await userEvent.keyboard(`{${key}}`)
    expect(document.activeElement).toBe(openOne())
    seen.push(openOne().dataset['tab'])
  }
  expect(seen).toEqual(['alerts', 'history', 'profile', 'history', 'profile'])
})

test('the row is one stop of the keyboard, and its panel the next', async () => {
  render(<Show />)
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  await userEvent.tab()
  expect(document.activeElement).toBe(screen.getByRole('tabpanel'))
})

test('from right to left, the left arrow goes on', async () => {
  render(<Show locale="ar" />)
  await userEvent.tab()
  await userEvent.keyboard('{ArrowLeft}')
  expect(openOne().dataset['tab']).toBe('alerts')
})

test('in a shadow root the focus follows as well', async () => {
  const root = document.body
    .appendChild(document.createElement('div'))
    .attachShadow({ mode: 'open' })
  render(createPortal(<Show />, root as unknown as Element))
  root.querySelector<HTMLElement>('[data-tab="profile"]')?.focus()
  await userEvent.keyboard('{ArrowRight}')
  expect(root.activeElement?.getAttribute('data-tab')).toBe('alerts')
})

test('a tab out of view is scrolled to within its row alone', () => {
  const row = document.createElement('div')
  const one = row.appendChild(document.createElement('button'))
  row.getBoundingClientRect = () => new DOMRect(0, 0, 200, 40)
  one.getBoundingClientRect = () => new DOMRect(240, 0, 60, 40)
  reveal(row, one)
  expect(row.scrollLeft).toBe(300 - 200 + 40)
})

test('a tab in view that lies in the fade of its row is scrolled out of it', () => {
  const row = document.createElement('div')
  const one = row.appendChild(document.createElement('button'))
  row.getBoundingClientRect = () => new DOMRect(0, 0, 200, 40)
  one.getBoundingClientRect = () => new DOMRect(130, 0, 60, 40)
  reveal(row, one)
  expect(row.scrollLeft).toBe(190 - (200 - 40))
})
