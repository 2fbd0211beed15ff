import { expect, jest, test } from '@jest/globals'
import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { CommandMenu } from './command-menu.tsx'
import type { Command } from './command.ts'

const command = (title: string, group: Command['group']): Command => ({
  id: title,
  title,
  group,
  run: () => undefined,
})

const commands = [
  command('Projects', 'pages'),
  command('Logs', 'pages'),
  command('Use the dark theme', 'switches'),
  command('Sign out', 'account'),
]

function open(recent: readonly string[] = []) {
  const [onRun, onClose] = [jest.fn<(command: Command) => void>(), jest.fn()]
  render(<CommandMenu commands={commands} recent={recent} onRun={onRun} onClose={onClose} />)
  screen.getByRole('combobox').focus()
  return { onRun, onClose, user: userEvent.setup() }
}

test('XC-12: what has a name of its own is found while one types, below what stands there', async () => {
  const found = { ...command('Logistics', 'keys'), detail: 'sq_test_ab12…9f3c' }
  const find = jest.fn((query: string) => Promise.resolve(query === 'log' ? [found] : []))
  const onRun = jest.fn<(command: Command) => void>()
  render(
    <CommandMenu commands={commands} recent={[]} find={find} onRun={onRun} onClose={jest.fn()} />,
  )
  screen.getByRole('combobox').focus()
  await userEvent.keyboard('log')
  expect(await screen.findByText('Logistics')).toBeTruthy()
  expect(find.mock.calls).toEqual([['log']])
  expect(titles()[0]).toMatch(/^Logs/)
  await userEvent.keyboard('{ArrowUp}{Enter}')
  expect(onRun).toHaveBeenCalledWith(found)
})

test('XC-12: of a pasted key no more than its prefix is shown back or looked for', async () => {
  const secret = `sq_live_ab12${'0'.repeat(32)}`
  const find = jest.fn(() => Promise.resolve([]))
  const at = { commands, recent: [], find, onRun: jest.fn(), onClose: jest.fn() }
  render(<CommandMenu {...at} />)
  screen.getByRole('combobox').focus()
  await userEvent.paste(` ${secret} `)
  expect(screen.getByRole<HTMLInputElement>('combobox').value).toBe(' sq_live_ab12 ')
  expect(await screen.findByText(/Nothing found for “sq_live_ab12”/)).toBeTruthy()
  expect(find.mock.calls).toEqual([['sq_live_ab12']])
})

const fail = () => Promise.reject(new Error('no network'))

test('a search that fails is said, and the commands stay', async () => {
  render(
    <CommandMenu
      commands={commands}
      recent={[]}
      find={fail}
      onRun={jest.fn()}
      onClose={jest.fn()}
    />,
  )
  screen.getByRole('combobox').focus()
  await userEvent.keyboard('log')
  await waitFor(() =>
    expect(screen.getByRole('status').textContent).toMatch(/^Keys and apps could not be searched/),
  )
  expect(titles()[0]).toMatch(/^Logs/)
})

const titles = () => screen.getAllByRole('option').map((option) => option.textContent)
const active = () => {
  const id = screen.getByRole('combobox').getAttribute('aria-activedescendant')
  return document.getElementById(id ?? '')?.textContent
}

test('XC-12: all that can be done stands in groups, what was done lately first', () => {
  open(['Logs', 'a page that is gone'])
  expect(titles()).toEqual(['Logs', 'Projects', 'Use the dark theme', 'Sign out'])
  expect(screen.getByRole('group', { name: 'Recent' }).textContent).toBe('RecentLogs')
})

test('XC-12: a few letters find it, the arrows choose, Enter does it', async () => {
  const { user, onRun } = open()
  await user.keyboard('o')
  expect(screen.getByRole('status').textContent).toBe('3 results')
  const [first, second] = titles()
  await user.keyboard('{ArrowDown}')
  expect(active()).toBe(second)
  await user.keyboard('{ArrowUp}')
  expect(active()).toBe(first)
  await user.keyboard('{ArrowUp}{Enter}')
  expect(onRun.mock.calls[0]![0].title).toBe('Logs')
})

test('what is found by no word is said, and Enter does nothing', async () => {
  const { user, onRun } = open()
  await user.keyboard('zz{ArrowDown}{Enter}')
  expect(screen.getByRole('status').textContent).toBe('No results')
  expect(screen.getByText(/Nothing found for “zz”/)).toBeTruthy()
  expect(onRun).not.toHaveBeenCalled()
})

test('a press on a line does it as well', async () => {
  const { user, onRun } = open()
  await user.click(screen.getByRole('option', { name: 'Logs' }))
  expect(onRun).toHaveBeenCalledTimes(1)
})

test('XC-12: of very many projects a few stand there, and each is found by its name', async () => {
  const many = Array.from({ length: 40 }, (_, at) => command(`Switch to project ${at}`, 'projects'))
  render(
    <CommandMenu
      commands={[...many, ...commands]}
      recent={[]}
      onRun={jest.fn()}
      onClose={jest.fn()}
    />,
  )
  expect(titles()).toHaveLength(6 + commands.length)
  screen.getByRole('combobox').focus()
  await userEvent.keyboard('project 37')
  expect(titles()[0]).toMatch(/^Switch to project 37/)
})
