import { expect, jest, test } from '@jest/globals'
import type { ModuleContext } from '@sonaqor/module'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { loadTexts } from '@sonaqor/ui/texts'
import { act, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { actsOn, press, rowOf, showTeam } from './testing/show-team-page.tsx'
import { ada, clara, dana, memberOf, people, peopleAs } from './testing/people.ts'
import { languages } from './texts/index.ts'

type Api = ModuleContext['api']

/** What the menu of somebody says; it is closed again. */
async function wordsOf(name: string) {
  const items = (await actsOn(name)).getAllByRole('menuitem')
  const words = items.map(({ textContent }) => textContent)
  await userEvent.keyboard('{Escape}')
  return words
}

test('TM-3: without team:read the page names the missing scope and asks for nothing', () => {
  const list = jest.fn<Api['team']['list']>(() => pageWith(people))
  showTeam({ scopes: [], api: { team: { list } } })
  expect(screen.getByText('team:read')).toBeTruthy()
  expect(list).not.toHaveBeenCalled()
})

test('TM-3, TM-4: each member stands there with role, status, second factor, and when they came and were seen', async () => {
  showTeam()
  const admin = await rowOf('Clara Osei')
  for (const words of ['clara@northwind.example', 'Admin', 'Compliance', 'Active', 'Set up']) {
    expect(admin.getByText(words)).toBeTruthy()
  }
  expect(admin.getByText('5 hours ago')).toBeTruthy()
  const developer = await rowOf('Dana Whitlock')
  expect(developer.getByText('Not set up')).toBeTruthy()
  expect((await rowOf('Rufus Hale')).getByText('Suspended')).toBeTruthy()
})

test('TM-1: an open invitation says by whom it was sent, and one past its time that it expired', async () => {
  showTeam()
  const open = await rowOf('grace@northwind.example')
  expect(open.getByText('Invited')).toBeTruthy()
  expect(open.getByText(/by Ada Moreau/)).toBeTruthy()
  const over = await rowOf('mei@northwind.example')
  expect(over.getByText('Invitation expired')).toBeTruthy()
})

test('TM-4: the filters are asked of the server, and stand in the address', async () => {
  const list = jest.fn<Api['team']['list']>(() => pageWith(people))
  const module = showTeam({ api: { team: { list } } })
  await rowOf('Clara Osei')
  await userEvent.selectOptions(screen.getByLabelText('Role'), 'admin')
  await userEvent.selectOptions(screen.getByLabelText('Second factor'), 'no')
  await userEvent.type(screen.getByRole('searchbox'), 'clara')
  await waitFor(() =>
    expect(list.mock.lastCall?.[0]?.query).toMatchObject({
      role: 'admin',
      secondFactor: 'false',
      search: 'clara',
    }),
  )
  expect(module.viewState.read()).toEqual({ role: 'admin', factor: 'no', search: 'clara' })
})

test('TM-4: further members are read where the list ends', async () => {
  const list = jest
    .fn<Api['team']['list']>(() => pageWith([dana]))
    .mockImplementationOnce(() => pageWith([ada], 'further'))
  showTeam({
    api: { team: { list: (asked) => (asked?.query?.limit ? pageWith([]) : list(asked)) } },
  })
  await rowOf('Ada Moreau')
  await press('Load more')
  await rowOf('Dana Whitlock')
  expect(list.mock.lastCall?.[0]?.query).toMatchObject({ cursor: 'further' })
})

test('XC-5: what becomes of the team elsewhere is seen without a reload', async () => {
  const list = jest
    .fn<Api['team']['list']>(() => pageWith([ada, dana]))
    .mockImplementationOnce(() => pageWith([ada]))
  const api = {
    list: (asked: Parameters<Api['team']['list']>[0]) =>
      asked?.query?.limit ? pageWith([ada]) : list(asked),
  }
  const module = showTeam({ api: { team: api } })
  await rowOf('Ada Moreau')
  act(() => module.emit('team.joined', { memberId: dana.id }))
  await rowOf('Dana Whitlock')
})

test('TM-2: who may not change the team is offered no act, no invitation and no review', async () => {
  showTeam({ as: 'developer', team: peopleAs(dana) })
  await rowOf('Clara Osei')
  expect(screen.queryByRole('button', { name: 'Invite people' })).toBeNull()
  expect(screen.queryByRole('tab')).toBeNull()
  expect(await wordsOf('Clara Osei')).toEqual(['Show details'])
  expect(await wordsOf('Dana Whitlock')).toEqual(['Show details', 'Leave team…'])
})

test('TM-2: an admin is told why an owner is not theirs to change, and changes those below', async () => {
  showTeam({ as: 'admin', team: [memberOf(), { ...clara, you: true }, dana] })
  const above = await wordsOf('Ada Moreau')
  expect(above).toHaveLength(5)
  for (const words of above.slice(1)) expect(words).toMatch(/They hold more than you do/)
  expect(await wordsOf('Dana Whitlock')).toEqual([
    'Show details',
    'Change role…',
    'Suspend…',
    'Remove…',
  ])
})

test('TM-2: the last owner is told that they have to stay one', async () => {
  showTeam({ team: [ada, clara] })
  await rowOf('Clara Osei')
  const words = await wordsOf('Ada Moreau')
  expect(words.filter((one) => /This is the last owner/.test(one ?? ''))).toHaveLength(2)
})

test('TM-2: with another owner beside them, an owner may go', async () => {
  const other = memberOf({
    id: 'other',
    person: { name: 'Bo Lind', email: 'bo@northwind.example' },
  })
  showTeam({ team: [ada, other] })
  await rowOf('Ada Moreau')
  expect(await wordsOf('Bo Lind')).toEqual([
    'Show details',
    'Change role…',
    'Give compliance permissions…',
    'Suspend…',
    'Remove…',
    'Reset second factors…',
  ])
})

test('TM-4: the permissions of all roles open from the page, by the address too', async () => {
  const module = showTeam({ as: 'viewer' })
  act(() => module.viewState.write({ open: 'permissions' }))
  expect(await screen.findByRole('dialog', { name: 'What roles may do' })).toBeTruthy()
})

test('nobody who matches is said as such, with the way back', async () => {
  showTeam({ team: [] })
  expect(await screen.findByText('Nobody matches the filters')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Clear filters' })).toBeTruthy()
})

test('what could not be read says so, and can be tried again', async () => {
  showTeam({ api: { team: { list: () => Promise.reject(new TypeError('no answer')) } } })
  expect(within(await screen.findByRole('alert')).getByRole('button')).toBeTruthy()
})

test('the page speaks the language of the reader', async () => {
  await loadTexts('de', languages)
  showTeam({ locale: 'de' })
  await screen.findByText('Clara Osei')
  expect(screen.getByRole('button', { name: 'Personen einladen' })).toBeTruthy()
  expect(document.body.textContent).not.toMatch(/\b(Invite|Members|Suspended|Last seen)\b/)
})
