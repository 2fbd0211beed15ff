import { beforeEach, expect, jest, test } from '@jest/globals'
import { Surface } from '@sonaqor/ui'
import { render, screen, within } from '@testing-library/react'
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
  for (const act of [change, onGo, onSwitch]) act.mockClear()
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
const items = () => screen.getAllByRole('menuitem').map((item) => item.textContent)
const choose = async (user: ReturnType<typeof show>, name: string) => {
  await user.click(switcher().getByRole('button'))
  await user.click(screen.getByRole('menuitem', { name }))
}

test('XC-12: one project is looked at alone, or all of them again', async () => {
  const user = show()
  await user.click(switcher().getByRole('button', { name: 'All projects' }))
  expect(items()).toEqual([
    'All projects',
    'Trading desk',
    'Loyalty',
    'Create project…',
    'Manage projects',
  ])
  await user.click(screen.getByRole('menuitem', { name: 'Loyalty' }))
  expect(change).toHaveBeenLastCalledWith({ project: loyalty })
  await choose(user, 'All projects')
  expect(change).toHaveBeenLastCalledWith({ project: undefined })
})

test('PA-1: from the switcher a project is created, and all of them are managed', async () => {
  const user = show()
  await choose(user, 'Create project…')
  expect(onGo).toHaveBeenLastCalledWith('/projects', { creating: 'project' })
  await choose(user, 'Manage projects')
  expect(onGo).toHaveBeenLastCalledWith('/projects')
})

test('XC-2: who may not create projects is not asked to', async () => {
  const user = show({ me: { ...frame.me, scopes: ['projects:read'] } })
  await user.click(switcher().getByRole('button'))
  expect(items()).not.toContain('Create project…')
})

test('XC-2: who may see no projects is offered none', () => {
  show({ me: { ...frame.me, scopes: [] } })
  expect(screen.queryByRole('group', { name: 'Project' })).toBeNull()
})

test('XC-12: of very many projects one is found by typing', async () => {
  const all = Array.from({ length: 40 }, (_, at) => ({ id: `p${at}`, name: `Project ${at + 1}` }))
  const user = show({ projects: { ...frame.projects, all } })
  await choose(user, 'Find a project…')
  const field = await screen.findByRole('combobox', { name: 'Project' })
  await user.click(field)
  await user.keyboard('37')
  await user.click(await screen.findByRole('option', { name: 'Project 37' }))
  expect(change).toHaveBeenLastCalledWith({ project: { id: 'p36', name: 'Project 37' } })
})

test('XC-12: a project that is gone gives way to all of them, with a word about it', async () => {
  show({ preferences: { ...frame.preferences, project: { id: 'p9', name: 'Old desk' } } })
  expect(change).toHaveBeenCalledWith({ project: undefined })
  expect((await screen.findAllByText('“Old desk” is not there any more')).length).toBeGreaterThan(0)
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
  await user.click(dialog.getByRole('radio', { name: 'Production' }))
  expect(change).toHaveBeenLastCalledWith({ environment: 'production' })
  await user.click(dialog.getByRole('button', { name: 'Contoso' }))
  expect((await dialog.findByRole('alert')).textContent).toMatch(/^Not switched/)
  await user.click(dialog.getByRole('button', { name: 'Done' }))
  expect(screen.queryByRole('dialog')).toBeNull()
})

const headWith = (atHand: AtHand) => (
  <Surface>
    <Head frame={frame} atHand={atHand} onSearch={jest.fn()} />
  </Surface>
)

test('XC-6: until the menu has come, the switcher leads to the dialog, and keeps the focus when it comes', async () => {
  const open = jest.fn()
  const waiting = { ...allAtHand, parts: undefined, show: open }
  const { rerender } = render(headWith(waiting))
  await userEvent.click(switcher().getByRole('button', { name: 'All projects' }))
  expect(open).toHaveBeenCalledWith('where')
  rerender(headWith(allAtHand))
  expect(switcher().getByRole('button')).toBe(document.activeElement)
})
