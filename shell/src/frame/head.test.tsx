import { beforeEach, expect, jest, test } from '@jest/globals'
import { Surface } from '@sonaqor/ui'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { allAtHand } from './testing/all-at-hand.ts'
import { frameOf } from './testing/frame-of.ts'
import type { FrameParts } from './frame-parts.ts'
import { Head } from './head.tsx'
import type { AtHand } from './use-at-hand.ts'

const change = jest.fn<FrameParts['change']>()
const onGo = jest.fn<FrameParts['onGo']>()
const onSwitch = jest.fn<FrameParts['onSwitch']>(() => Promise.reject(new Error('no network')))
const frame = frameOf({ change, onGo, onSwitch })
const [desk, loyalty] = frame.projects.all

beforeEach(() => {
  localStorage.clear()
  for (const heard of [change, onGo, onSwitch]) heard.mockClear()
})

/** Everything has come; what is asked for is open. */
function Standing({ parts }: { readonly parts: Partial<FrameParts> }) {
  const [open, setOpen] = useState<AtHand['open']>()
  const close = () => setOpen(undefined)
  const atHand = { ...allAtHand, open, show: setOpen, close }
  return <Head frame={{ ...frame, ...parts }} atHand={atHand} onSearch={jest.fn()} />
}

function show(parts: Partial<FrameParts> = {}) {
  render(
    <Surface>
      <Standing parts={parts} />
    </Surface>,
  )
  return userEvent.setup()
}

const switcher = () => within(screen.getByRole('group', { name: 'Project' }))
const items = () => screen.getAllByRole('option').map((item) => item.textContent)
const open = (user: ReturnType<typeof show>) =>
  user.click(switcher().getByRole('button', { expanded: false }))
/** Where the arrows lead on from. */
const active = () => {
  const id = document.activeElement?.getAttribute('aria-activedescendant')
  return document.getElementById(id ?? '')?.textContent
}

test('XC-12: one project is looked at alone, or all of them again', async () => {
  const user = show()
  await open(user)
  expect(items()).toEqual(['All projects', 'Trading desk', 'Loyalty'])
  await user.click(screen.getByRole('option', { name: 'Loyalty' }))
  expect(change).toHaveBeenLastCalledWith({ project: loyalty })
  await open(user)
  await user.click(screen.getByRole('option', { name: 'All projects' }))
  expect(change).toHaveBeenLastCalledWith({ project: undefined })
})

test('XC-6: the switcher opens on the project that is looked at, and by the keyboard it gives the focus back', async () => {
  const user = show({ preferences: { ...frame.preferences, project: desk } })
  const button = switcher().getByRole('button', { name: 'Trading desk' })
  button.focus()
  await user.keyboard('{ArrowDown}')
  expect(await screen.findByRole('listbox')).toBe(document.activeElement)
  expect(screen.getByRole('option', { selected: true }).textContent).toBe('Trading desk')
  expect(active()).toBe('Trading desk')
  await user.keyboard('{ArrowDown}{Enter}')
  expect(change).toHaveBeenLastCalledWith({ project: loyalty })
  expect(document.activeElement).toBe(button)
  await user.keyboard('{ArrowDown}')
  await screen.findByRole('listbox')
  await user.keyboard('{Escape}')
  expect(document.activeElement).toBe(button)
})

test('PA-1: from the switcher a project is created, and all of them are managed', async () => {
  const user = show()
  await open(user)
  await user.click(screen.getByRole('button', { name: 'Create project…' }))
  expect(onGo).toHaveBeenLastCalledWith('/projects', { creating: 'project' })
  await open(user)
  await user.click(screen.getByRole('button', { name: 'Manage projects' }))
  expect(onGo).toHaveBeenLastCalledWith('/projects')
})

test('XC-2: who may not create projects is not asked to', async () => {
  const user = show({ me: { ...frame.me, scopes: ['projects:read'] } })
  await open(user)
  expect(screen.queryByRole('button', { name: 'Create project…' })).toBeNull()
})

test('XC-2: who may see no projects is offered none', () => {
  show({ me: { ...frame.me, scopes: [] } })
  expect(screen.queryByRole('group', { name: 'Project' })).toBeNull()
})

test('XC-12: of more than seven projects one is found by typing', async () => {
  const all = Array.from({ length: 40 }, (_, at) => ({ id: `p${at}`, name: `Project ${at + 1}` }))
  const user = show({ projects: { ...frame.projects, all } })
  await open(user)
  expect(await screen.findByRole('combobox', { name: 'Find a project' })).toBe(
    document.activeElement,
  )
  await user.keyboard('zzz')
  expect(screen.getByText('No project is called “zzz”.')).toBeTruthy()
  await user.clear(screen.getByRole('combobox'))
  await user.keyboard('37{Enter}')
  expect(change).toHaveBeenLastCalledWith({ project: { id: 'p36', name: 'Project 37' } })
})

test('XC-12: of seven projects none has to be looked for', async () => {
  const all = Array.from({ length: 7 }, (_, at) => ({ id: `p${at}`, name: `Project ${at + 1}` }))
  const user = show({ projects: { ...frame.projects, all } })
  await open(user)
  expect(await screen.findByRole('listbox')).toBe(document.activeElement)
  expect(screen.queryByRole('combobox')).toBeNull()
})

test('XC-12: a project that is gone gives way to all of them, with a word about it', async () => {
  show({ preferences: { ...frame.preferences, project: { id: 'p9', name: 'Old desk' } } })
  const told = await screen.findAllByText('Project “Old desk” no longer exists')
  expect(told.length).toBeGreaterThan(0)
  expect(change).toHaveBeenCalledWith({ project: undefined })
})

test('XC-12: a project that has come a moment ago is asked for before it is said to be gone', async () => {
  const fresh = { id: 'p9', name: 'Fresh' }
  const preferences = { ...frame.preferences, project: { id: 'p9', name: '' } }
  function Learning() {
    const [all, learn] = useState(frame.projects.all)
    const readAgain = async () => {
      learn([...frame.projects.all, fresh])
      return true
    }
    return <Standing parts={{ preferences, projects: { ...frame.projects, all, readAgain } }} />
  }
  render(
    <Surface>
      <Learning />
    </Surface>,
  )
  await waitFor(() => expect(change).toHaveBeenCalledWith({ project: fresh }))
  expect(change).not.toHaveBeenCalledWith({ project: undefined })
})

test('a project that could not be asked for is not said to be gone', async () => {
  const readAgain = jest.fn(() => Promise.resolve(false))
  const preferences = { ...frame.preferences, project: { id: 'p9', name: 'Old desk' } }
  await act(async () => void show({ preferences, projects: { ...frame.projects, readAgain } }))
  expect(readAgain).toHaveBeenCalledTimes(1)
  expect(change).not.toHaveBeenCalled()
})

test('XC-12: a project that the address named learns its name', () => {
  show({ preferences: { ...frame.preferences, project: { id: 'p1', name: '' } } })
  expect(change).toHaveBeenCalledWith({ project: desk })
})

test('XC-7: tenant, project and environment are chosen in one place, for where there is little room', async () => {
  const user = show()
  const button = screen.getByRole('button', { name: /^Where you are: Northwind/ })
  button.focus()
  await user.keyboard('{Enter}')
  const dialog = within(await screen.findByRole('dialog', { name: 'Where you are' }))
  expect(dialog.getByRole('radio', { name: 'All projects' })).toBe(document.activeElement)
  await user.click(dialog.getByRole('radio', { name: 'Trading desk' }))
  expect(change).toHaveBeenLastCalledWith({ project: desk })
  await user.click(dialog.getByRole('button', { name: 'Production' }))
  expect(change).toHaveBeenLastCalledWith({ environment: 'production' })
  await user.click(dialog.getByRole('button', { name: 'Contoso' }))
  expect((await dialog.findByRole('alert')).textContent).toMatch(/^Could not switch/)
  await user.click(dialog.getByRole('button', { name: 'Done' }))
  expect(screen.queryByRole('dialog', { name: 'Where you are' })).toBeNull()
})

test('XC-12: no arrow key leads to production, only a press does', async () => {
  const user = show()
  const { getByRole } = within(screen.getByRole('group', { name: 'Environment' }))
  const sandbox = getByRole('button', { name: 'Sandbox', pressed: true })
  sandbox.focus()
  await user.keyboard('{ArrowRight}{ArrowDown}{Enter}')
  expect(change).not.toHaveBeenCalled()
  await user.tab()
  await user.keyboard('{Enter}')
  expect(change).toHaveBeenCalledWith({ environment: 'production' })
})

const headWith = (atHand: AtHand) => (
  <Surface>
    <Head frame={frame} atHand={atHand} onSearch={jest.fn()} />
  </Surface>
)

test('XC-6: until the menu has come, the switcher leads to the dialog, and keeps the focus when it comes', async () => {
  const opened = jest.fn()
  const waiting = { ...allAtHand, parts: undefined, show: opened }
  const { rerender } = render(headWith(waiting))
  await userEvent.click(switcher().getByRole('button', { name: 'All projects' }))
  expect(opened).toHaveBeenCalledWith('where')
  rerender(headWith(allAtHand))
  expect(switcher().getByRole('button')).toBe(document.activeElement)
})
