import { expect, jest, test } from '@jest/globals'
import { sayIn } from '@sonaqor/ui/texts'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { goToSearch } from './page-search.ts'
import { lettersOf } from './shortcut.ts'
import { ShortcutHelp } from './shortcut-help.tsx'
import { shortcutGroups } from './shortcut-groups.ts'
import { shortcutsOf } from './shortcuts-of.ts'
import { useShortcuts } from './use-shortcuts.ts'

const item = (path: string) =>
  ({ group: 'build', order: 1, title: path.slice(1), view: path, path }) as const

const logs = { ...item('/requests'), view: 'logs.list' }
const nav = [item('/projects'), item('/keys'), item('/logs'), item('/portal')]

function listen() {
  const acts = { onGo: jest.fn(), onSearch: jest.fn(), onCommands: jest.fn(), onHelp: jest.fn() }
  function Page() {
    useShortcuts(shortcutsOf({ nav, ...acts }, sayIn('en')))
    return (
      <>
        <input aria-label="name" />
        <input type="radio" aria-label="choice" />
        <dialog open>
          <button type="button">Answer</button>
        </dialog>
        <dialog open className="sq-drawer">
          <button type="button">Next request</button>
        </dialog>
        <dialog open className="sq-drawer">
          <form>
            <button type="submit">Save</button>
          </form>
        </dialog>
      </>
    )
  }
  render(<Page />)
  return { ...acts, user: userEvent.setup() }
}

test('each page has the first letter of its path that none before it has', () => {
  expect([...lettersOf(nav).values()]).toEqual(['p', 'k', 'l', 'o'])
})

test('XC-12: keys lead to pages, to the search, to the commands and to their own help', async () => {
  const { user, onGo, onSearch, onCommands, onHelp } = listen()
  await user.keyboard('gk')
  expect(onGo).toHaveBeenLastCalledWith('/keys')
  await user.keyboard('g?')
  expect(onHelp).toHaveBeenCalledTimes(1)
  await user.keyboard('/{Control>}k{/Control}{Meta>}k{/Meta}')
  expect(onSearch).toHaveBeenCalledTimes(1)
  expect(onCommands).toHaveBeenCalledTimes(2)
  await user.keyboard('kxgxk')
  expect(onGo).toHaveBeenCalledTimes(1)
})

test('XC-12: no letter is taken from who writes, or looks into a dialog', async () => {
  const { user, onGo, onHelp } = listen()
  const places = [
    screen.getByLabelText('name'),
    ...['Answer', 'Next request', 'Save'].map((words) => screen.getByText(words)),
  ]
  for (const place of places) {
    place.focus()
    await user.keyboard('gp?')
  }
  expect([onGo, onHelp].flatMap(({ mock }) => mock.calls)).toEqual([])
  screen.getByLabelText('choice').focus()
  await user.keyboard('?')
  expect(onHelp).toHaveBeenCalledTimes(1)
})

test('XC-12: the command menu is at hand while one writes, and above what a drawer shows', async () => {
  const { user, onCommands } = listen()
  for (const place of [screen.getByLabelText('name'), screen.getByText('Next request')]) {
    onCommands.mockClear()
    place.focus()
    await user.keyboard('{Control>}k{/Control}')
    expect(onCommands).toHaveBeenCalledTimes(1)
  }
})

test('XC-12: nobody walks away by keys from a question, or from a draft', async () => {
  const { user, onCommands } = listen()
  for (const words of ['Answer', 'Save']) {
    screen.getByText(words).focus()
    await user.keyboard('{Control>}k{/Control}')
  }
  expect(onCommands).not.toHaveBeenCalled()
})

test('the search is found in the shadow root of its view', () => {
  const pages = document.body.appendChild(document.createElement('div'))
  const view = pages.appendChild(document.createElement('div'))
  const root = view.attachShadow({ mode: 'open' })
  const field = root.appendChild(document.createElement('input'))
  field.type = 'search'
  goToSearch(pages)
  expect(root.activeElement).toBe(field)
})

test('LG-4: keys that a page hears are told of where there is that page', () => {
  const titles = shortcutGroups([], nav, sayIn('en')).map(({ title }) => title)
  expect(titles).toEqual(['In lists'])
  const ofLogs = shortcutGroups([], [logs], sayIn('en')).at(-1)
  expect(ofLogs?.title).toBe('In the bars above the logs')
  expect(ofLogs?.shortcuts.map(({ keys }) => keys)).toContain('Shift+→')
})

test('XC-6: the help says which keys are off: letters that pages hear among them, but no arrows', () => {
  const groups = shortcutGroups([], [logs], sayIn('en'))
  render(<ShortcutHelp groups={groups} single={false} onSingle={jest.fn()} onClose={jest.fn()} />)
  const off = [...document.querySelectorAll('[data-off]')].map((row) => row.textContent)
  expect(off).toEqual(['Next requestJ', 'Previous requestK'])
})

test('XC-6: the help opens at its top, not at the switch that stands at its end', () => {
  render(<ShortcutHelp groups={[]} single onSingle={jest.fn()} onClose={jest.fn()} />)
  const { activeElement } = document
  const follows = activeElement?.compareDocumentPosition(screen.getByRole('table'))
  expect(screen.getByRole('dialog').contains(activeElement)).toBe(true)
  expect(follows).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
})

test('the help names all keys by where they hold, and single ones can be switched off', async () => {
  const onSingle = jest.fn()
  const acts = { onGo: jest.fn(), onSearch: jest.fn(), onCommands: jest.fn(), onHelp: jest.fn() }
  const shortcuts = shortcutsOf({ nav, ...acts }, sayIn('en'))
  const groups = shortcutGroups(shortcuts, [...nav, logs], sayIn('en'))
  render(<ShortcutHelp groups={groups} single onSingle={onSingle} onClose={jest.fn()} />)
  expect(screen.getByRole('row', { name: 'Go to keys G then K' })).toBeTruthy()
  const titles = [...document.querySelectorAll('[scope=rowgroup]')].map((one) => one.textContent)
  expect(titles).toEqual([
    'Anywhere',
    'Go to',
    'In lists',
    'In an open request',
    'In the bars above the logs',
  ])
  expect(screen.getByRole('row', { name: 'Next request J' })).toBeTruthy()
  await userEvent.click(screen.getByRole('switch'))
  expect(onSingle).toHaveBeenCalledWith(false)
})
