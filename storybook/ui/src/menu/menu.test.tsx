import { expect, jest, test } from '@jest/globals'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { createPortal } from 'react-dom'
import type { MenuGroup } from './menu-groups.tsx'
import { Menu } from './menu.tsx'
import { putBeside } from '../panel/place.ts'

const acts = { rotate: jest.fn(), revoke: jest.fn(), share: jest.fn() }

const groups: readonly MenuGroup[] = [
  {
    id: 'key',
    title: 'Key',
    items: [
      { id: 'rotate', label: 'Rotate key', onChoose: acts.rotate, shortcut: 'R' },
      { id: 'rename', label: 'Rename' },
      { id: 'share', label: 'Share', onChoose: acts.share, disabledBecause: 'Not in your role.' },
    ],
  },
  {
    id: 'end',
    items: [
      { id: 'logs', label: 'See requests', href: '#logs' },
      { id: 'revoke', label: 'Revoke', danger: true, onChoose: acts.revoke },
    ],
  },
]

const button = () => screen.getByRole('button', { name: 'Actions' })
const focused = () => document.activeElement

async function openBy(key: string) {
  for (const act of Object.values(acts)) act.mockClear()
  const user = userEvent.setup()
  render(<Menu label="Actions" icon="more" groups={groups} />)
  await user.tab()
  await user.keyboard(key)
  await screen.findByRole('menuitem', { name: 'Rotate key' })
  return user
}

const nameInFocus = () => focused()?.querySelector('.sq-menu-words')?.firstChild?.textContent

test('a menu that is closed draws none of its items', () => {
  render(<Menu label="Actions" icon="more" groups={groups} />)
  expect(button().getAttribute('aria-expanded')).toBe('false')
  expect(document.querySelectorAll('[role="menuitem"]')).toHaveLength(0)
})

test('Enter and the arrow down open it at its first item, the arrow up at its last', async () => {
  for (const [key, name] of [
    ['{Enter}', 'Rotate key'],
    ['{ArrowDown}', 'Rotate key'],
    ['{ArrowUp}', 'Revoke'],
  ] as const) {
    const user = await openBy(key)
    expect(button().getAttribute('aria-expanded')).toBe('true')
    expect(nameInFocus()).toBe(name)
    await user.keyboard('{Escape}')
    expect(focused()).toBe(button())
    document.body.replaceChildren()
  }
})

test('arrows go round, Home and End to the ends', async () => {
  const user = await openBy('{Enter}')
  const seen: unknown[] = []
  for (const key of ['ArrowDown', 'ArrowDown', 'End', 'ArrowDown', 'ArrowUp', 'Home']) {
    await user.keyboard(`{${key}}`)
    seen.push(nameInFocus())
  }
  expect(seen).toEqual(['Rename', 'Share', 'Revoke', 'Rotate key', 'Revoke', 'Rotate key'])
})

test('letters lead to a name; the same one again to the next', async () => {
  const user = await openBy('{Enter}')
  await user.keyboard('se')
  expect(nameInFocus()).toBe('See requests')
  await new Promise((done) => setTimeout(done, 650))
  await user.keyboard('r')
  expect(nameInFocus()).toBe('Revoke')
  await user.keyboard('r')
  expect(nameInFocus()).toBe('Rotate key')
})

test('what is chosen is done once, and the focus is back at the button', async () => {
  const user = await openBy('{Enter}')
  await user.keyboard('{End}{Enter}')
  expect(acts.revoke).toHaveBeenCalledTimes(1)
  expect(focused()).toBe(button())
})

test('what cannot be done is reached, says why, and does nothing', async () => {
  const user = await openBy('{Enter}')
  await user.keyboard('{ArrowDown}{ArrowDown}')
  expect(focused()?.getAttribute('aria-disabled')).toBe('true')
  const reason = document.getElementById(focused()?.getAttribute('aria-describedby') ?? '')
  expect(reason?.textContent).toBe('Not in your role.')
  await user.keyboard('{Enter}')
  expect(acts.share).not.toHaveBeenCalled()
  expect(button().getAttribute('aria-expanded')).toBe('true')
})

test('Escape is the menu’s own, so that a dialog around it stays', async () => {
  await openBy('{Enter}')
  const wasLeft = fireEvent.keyDown(focused()!, { key: 'Escape' })
  expect(wasLeft).toBe(false)
})

test('Tab closes it and goes on from the button', async () => {
  const user = await openBy('{Enter}')
  await user.tab({ shift: true })
  expect(await screen.findByRole('button', { expanded: false })).toBe(button())
})

test('in a shadow root it opens and is left by keyboard as well', async () => {
  const root = document.body
    .appendChild(document.createElement('div'))
    .attachShadow({ mode: 'open' })
  render(createPortal(<Menu label="Actions" groups={groups} />, root as unknown as Element))
  const user = userEvent.setup()
  root.querySelector('button')?.focus()
  await user.keyboard('{ArrowDown}')
  await waitFor(() => expect(root.activeElement?.getAttribute('role')).toBe('menuitem'))
  await user.keyboard('{Escape}')
  expect(root.activeElement?.getAttribute('aria-haspopup')).toBe('menu')
})

test('where the sheet cannot place it, it goes where there is room', () => {
  const [anchor, list] = [document.createElement('button'), document.createElement('div')]
  anchor.getBoundingClientRect = () => new DOMRect(1_000, 740, 24, 24)
  list.getBoundingClientRect = () => new DOMRect(0, 0, 200, 160)
  putBeside(anchor, list)
  expect(list.style.left).toBe(`${1_024 - 200 - 8}px`)
  expect(list.style.top).toBe(`${740 - 4 - 160}px`)
})

test('EM-4: it opens above its button where the foot of a frame is out of sight', () => {
  const [anchor, list] = [document.createElement('button'), document.createElement('div')]
  anchor.getBoundingClientRect = () => new DOMRect(100, 300, 24, 24)
  list.getBoundingClientRect = () => new DOMRect(0, 0, 200, 160)
  list.style.setProperty('--sonaqor-unseen-below', '400px')
  document.body.append(list)
  putBeside(anchor, list)
  list.remove()
  expect(list.style.top).toBe(`${300 - 4 - 160}px`)
})
