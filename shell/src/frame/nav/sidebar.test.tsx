import { expect, jest, test } from '@jest/globals'
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { allAtHand } from '../testing/all-at-hand.ts'
import { Sidebar } from './sidebar.tsx'

const item = (group: 'overview' | 'build' | 'understand' | 'account', title: string) => ({
  group,
  order: 10,
  title,
  view: title.toLowerCase(),
  path: `/${title.toLowerCase()}`,
})

const nav = [
  item('account', 'Team'),
  item('build', 'Projects'),
  item('overview', 'Overview'),
  item('build', 'Keys'),
  item('build', 'Logs'),
  item('account', 'Billing'),
]

const groupTitles = () => screen.getAllByRole('heading').map((title) => title.textContent)
const bar = () => document.querySelector<HTMLElement>('.sq-bar')!
const inBar = () => [...bar().querySelectorAll(':scope > li > a')].map((link) => link.textContent)

test('pages stand in their groups, and no group stands empty', () => {
  render(<Sidebar nav={nav} current={undefined} atHand={allAtHand} />)
  expect(groupTitles()).toEqual(['Build', 'Account'])
  expect(screen.getByRole('list', { name: 'Overview' }).textContent).toBe('Overview')
  expect(screen.getByRole('list', { name: 'Build' }).textContent).toBe('ProjectsKeysLogs')
})

test('on a phone, what is beyond four pages is in “More”, in its groups', async () => {
  render(<Sidebar nav={nav} current={nav[5]} atHand={allAtHand} />)
  expect(inBar()).toEqual(['Overview', 'Projects', 'Keys', 'Logs'])
  await userEvent.click(within(bar()).getByRole('button', { name: 'More' }))
  const more = await screen.findByRole('group', { name: 'Account' })
  const links = within(more).getAllByRole('menuitem')
  expect(links.map((link) => link.textContent)).toEqual(['Team', 'Billing'])
  expect(links.map((link) => link.getAttribute('aria-current'))).toEqual([null, 'page'])
})

test('on a phone, four pages need no “More”', () => {
  render(<Sidebar nav={nav.slice(1, 5)} current={undefined} atHand={allAtHand} />)
  expect(inBar()).toHaveLength(4)
  expect(within(bar()).queryByRole('button')).toBeNull()
})

test('XC-7: on a phone, “More” leads to the command menu until its own menu has come', async () => {
  const show = jest.fn()
  render(
    <Sidebar nav={nav} current={undefined} atHand={{ ...allAtHand, parts: undefined, show }} />,
  )
  await userEvent.click(within(bar()).getByRole('button', { name: 'More' }))
  expect(show).toHaveBeenCalledWith('commands')
})
