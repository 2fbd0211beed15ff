import { expect, jest, test } from '@jest/globals'
import type { ModuleContext } from '@sonaqor/module'
import { memoryViewState } from '@sonaqor/module/testing'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { deedOf } from './testing/deeds.ts'
import { ada, clara, dana, expired, invited, peopleAs, rufus } from './testing/people.ts'
import { actsOn, askTo, openDrawer, press, rowOf, showTeam } from './testing/show-team-page.tsx'

type Team = ModuleContext['api']['team']

const choose = async (act: string, name: string) =>
  userEvent.click((await actsOn(name)).getByRole('menuitem', { name: act }))

test('TM-2: before a role is changed it is told what is gained and lost by it', async () => {
  const changeRole = jest.fn<Team['changeRole']>(() =>
    Promise.resolve({ ...dana, role: 'analyst' }),
  )
  showTeam({ api: { team: { changeRole } } })
  const dialog = await askTo('Change role…', 'Dana Whitlock', 'Change the role of Dana Whitlock')
  expect(dialog.queryByRole('region', { name: 'Gained' })).toBeNull()
  await userEvent.click(dialog.getByRole('radio', { name: 'Analyst' }))
  expect(dialog.getByRole('region', { name: 'Gained' }).textContent).toMatch(/See customer data/)
  expect(dialog.getByRole('region', { name: 'Lost' }).textContent).toMatch(/Issue and revoke API/)
  await userEvent.click(dialog.getByRole('button', { name: 'Change role' }))
  expect(await screen.findAllByText('Dana Whitlock is now Analyst')).toBeTruthy()
  expect(changeRole).toHaveBeenCalledWith({
    params: { id: dana.id },
    ifMatch: dana.revision,
    body: { role: 'analyst' },
  })
})

test('TM-2: the role that somebody has is no change, and nothing is sent', async () => {
  const changeRole = jest.fn<Team['changeRole']>()
  showTeam({ api: { team: { changeRole } } })
  const dialog = await askTo('Change role…', 'Dana Whitlock', 'Change the role of Dana Whitlock')
  await userEvent.click(dialog.getByRole('button', { name: 'Change role' }))
  expect(dialog.getByText(/This is the role that they have/)).toBeTruthy()
  expect(changeRole).not.toHaveBeenCalled()
})

test('TM-2: nobody is offered a role above their own, and is told why', async () => {
  showTeam({ as: 'admin', team: [{ ...clara, you: true }, dana] })
  const dialog = await askTo('Change role…', 'Dana Whitlock', 'Change the role of Dana Whitlock')
  expect(dialog.getByRole('radio', { name: 'Owner' })).toHaveProperty('disabled', true)
  expect(dialog.getByText(/cannot give a role that holds more than yours/)).toBeTruthy()
  expect(dialog.getByRole('radio', { name: 'Admin' })).toHaveProperty('disabled', false)
})

test('TM-2: what the server refuses is said beside the act, and the question stays', async () => {
  const detail = 'This is the last owner. Make somebody else an owner first.'
  const problem = { status: 409, code: 'conflict', title: 'It is not as it was', detail }
  const changeRole = () => Promise.reject(Object.assign(new Error(detail), { problem }))
  showTeam({ api: { team: { changeRole } } })
  const dialog = await askTo('Change role…', 'Dana Whitlock', 'Change the role of Dana Whitlock')
  await userEvent.click(dialog.getByRole('radio', { name: 'Viewer' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Change role' }))
  expect((await dialog.findByRole('alert')).textContent).toMatch(/last owner/)
})

test('TM-2: to suspend says what ends and what stays, and can be undone at once', async () => {
  const suspended = { ...dana, state: 'suspended', revision: 2 } as const
  const suspend = jest.fn<Team['suspend']>(() => Promise.resolve(suspended))
  const resume = jest.fn<Team['resume']>(() => Promise.resolve(dana))
  showTeam({ api: { team: { suspend, resume } } })
  const dialog = await askTo('Suspend…', 'Dana Whitlock', 'Suspend Dana Whitlock?')
  expect(dialog.getByRole('region', { name: 'What ends' }).textContent).toMatch(/Every session/)
  expect(dialog.getByRole('region', { name: 'What stays' }).textContent).toMatch(/API keys/)
  await userEvent.click(dialog.getByRole('button', { name: 'Suspend' }))
  await press('Undo')
  expect(suspend).toHaveBeenCalledWith({ params: { id: dana.id }, ifMatch: 1 })
  expect(resume).toHaveBeenCalledWith({ params: { id: dana.id }, ifMatch: 2 })
})

test('TM-3: who lost every second factor is helped, once it is said what to make sure of', async () => {
  const resetFactors = jest.fn<Team['resetFactors']>(() =>
    Promise.resolve({ ...clara, secondFactor: false, revision: 2 }),
  )
  showTeam({ api: { team: { resetFactors } } })
  const question = 'Reset the second factors of Clara Osei?'
  const dialog = await askTo('Reset second factors…', 'Clara Osei', question)
  expect(dialog.getByText(/Call them back on a number that you know/)).toBeTruthy()
  expect(dialog.getByRole('region', { name: 'What ends' }).textContent).toMatch(/recovery codes/)
  await userEvent.click(dialog.getByRole('button', { name: 'Reset second factors' }))
  expect(await screen.findAllByText('Second factors of Clara Osei reset')).toBeTruthy()
  expect(resetFactors).toHaveBeenCalledWith({ params: { id: clara.id }, ifMatch: 1 })
})

test('TM-3: where the factors guard another door too, it is said who can help', async () => {
  const detail = 'Sonaqor can, once it is sure who asks: let them write to support themselves.'
  const problem = { status: 409, code: 'conflict', title: 'It is not as it was', detail }
  const resetFactors = () => Promise.reject(Object.assign(new Error(detail), { problem }))
  showTeam({ api: { team: { resetFactors } } })
  const question = 'Reset the second factors of Clara Osei?'
  const dialog = await askTo('Reset second factors…', 'Clara Osei', question)
  await userEvent.click(dialog.getByRole('button', { name: 'Reset second factors' }))
  expect((await dialog.findByRole('alert')).textContent).toMatch(/Sonaqor can/)
})

test.each([
  ['who has none', dana],
  ['oneself', ada],
  ['who is suspended', { ...rufus, secondFactor: true }],
])('TM-3: second factors are not reset of %s', async (_, member) => {
  showTeam({ team: [member] })
  const menu = await actsOn(member.person.name)
  expect(menu.queryByRole('menuitem', { name: 'Reset second factors…' })).toBeNull()
})

test('TM-2: who was suspended is let in again without a question', async () => {
  const resume = jest.fn<Team['resume']>(() => Promise.resolve({ ...rufus, state: 'active' }))
  showTeam({ api: { team: { resume } } })
  await choose('Let in again', 'Rufus Hale')
  expect(await screen.findAllByText('Rufus Hale can come in again')).toBeTruthy()
})

test('TM-2: nobody is removed before their name is typed', async () => {
  const remove = jest.fn<Team['remove']>(() => Promise.resolve({ ...dana, state: 'removed' }))
  showTeam({ api: { team: { remove } } })
  const dialog = await askTo('Remove…', 'Dana Whitlock', 'Remove Dana Whitlock?')
  const button = dialog.getByRole('button', { name: 'Remove member' })
  await userEvent.click(button)
  expect(dialog.getByText('This is not the same name.')).toBeTruthy()
  expect(remove).not.toHaveBeenCalled()
  await userEvent.type(dialog.getByRole('textbox'), 'Dana Whitlock')
  await userEvent.click(button)
  expect(await screen.findAllByText('Dana Whitlock removed')).toBeTruthy()
})

test('TM-2: whoever leaves types the name of the tenant', async () => {
  const leave = jest.fn<Team['leave']>(() => Promise.resolve())
  showTeam({ as: 'developer', team: [{ ...dana, you: true }], api: { team: { leave } } })
  const dialog = await askTo('Leave team…', 'Dana Whitlock', 'Leave Northwind?')
  await userEvent.type(dialog.getByRole('textbox'), 'Northwind')
  await userEvent.click(dialog.getByRole('button', { name: 'Leave team' }))
  await waitFor(() => expect(leave).toHaveBeenCalledWith({ body: { tenant: 'Northwind' } }))
})

test('TM-5: an owner gives the compliance permissions, told which they are', async () => {
  const setCompliance = jest.fn<Team['setCompliance']>(() => Promise.resolve(dana))
  showTeam({ api: { team: { setCompliance } } })
  const dialog = await askTo(
    'Give compliance permissions…',
    'Dana Whitlock',
    'Give Dana Whitlock the compliance permissions?',
  )
  expect(dialog.getByText(/Place and lift legal holds/)).toBeTruthy()
  await userEvent.click(dialog.getByRole('button', { name: 'Give compliance permissions' }))
  await waitFor(() =>
    expect(setCompliance).toHaveBeenCalledWith({
      params: { id: dana.id },
      ifMatch: 1,
      body: { compliance: true },
    }),
  )
})

test('TM-1: an invitation is sent again, also one past its time, and can be cancelled', async () => {
  const resendInvite = jest.fn<Team['resendInvite']>(() => Promise.resolve({ expiresAt: '' }))
  const cancelInvite = jest.fn<Team['cancelInvite']>(() => Promise.resolve())
  showTeam({ api: { team: { resendInvite, cancelInvite } } })
  await choose('Send again', 'mei@northwind.example')
  expect(await screen.findAllByText('Invitation sent to mei@northwind.example again')).toBeTruthy()
  expect(resendInvite).toHaveBeenCalledWith({ params: { id: expired.id } })
  const dialog = await askTo(
    'Cancel invitation…',
    'grace@northwind.example',
    'Cancel the invitation of grace@northwind.example?',
  )
  expect(dialog.queryByRole('button', { name: 'Cancel' })).toBeNull()
  await userEvent.click(dialog.getByRole('button', { name: 'Cancel invitation' }))
  await waitFor(() => expect(cancelInvite).toHaveBeenCalledWith({ params: { id: invited.id } }))
})

test('TM-3: a row opens the member, with all that is known and what can be done', async () => {
  const module = showTeam()
  await rowOf('Dana Whitlock')
  const drawer = await openDrawer('Dana Whitlock')
  expect(await drawer.findByText('dana@northwind.example')).toBeTruthy()
  expect(drawer.getByText(/Whatever takes a second factor is closed to them/)).toBeTruthy()
  expect(drawer.getByRole('button', { name: 'Suspend…' })).toBeTruthy()
  expect(module.viewState.read()).toEqual({ member: dana.id })
})

test('TM-2: in the drawer of somebody above, the reason stands in place of the acts', async () => {
  showTeam({
    as: 'admin',
    team: [
      { ...ada, you: false },
      { ...clara, you: true },
    ],
  })
  const drawer = await openDrawer('Ada Moreau')
  expect(await drawer.findByText(/They hold more than you do/)).toBeTruthy()
  expect(drawer.queryByRole('button', { name: 'Remove…' })).toBeNull()
})

test('TM-2: nor is an admin offered acts on who holds the compliance permissions', async () => {
  showTeam({ as: 'admin', team: [{ ...dana, compliance: true }] })
  const drawer = await openDrawer('Dana Whitlock')
  expect(await drawer.findByText(/They hold more than you do/)).toBeTruthy()
  expect(drawer.queryByRole('button', { name: 'Suspend…' })).toBeNull()
})

test('TM-4: what a member did is read from the audit log, in words, by who may read it', async () => {
  const entry = deedOf({
    id: 'e1',
    actor: { kind: 'member', id: dana.id, name: 'Dana Whitlock' },
    action: 'keys.issued',
    environment: 'sandbox',
    ip: '203.0.113.7',
  })
  const other = { ...entry, id: 'e2', action: 'younger.done', environment: null }
  const activity = () => Promise.resolve({ data: [entry, other], page: { next: null, prev: null } })
  showTeam({ api: { team: { activity } } })
  const drawer = await openDrawer('Dana Whitlock')
  await userEvent.click(await drawer.findByRole('tab', { name: 'Activity' }))
  expect(await drawer.findByText('Issued an API key')).toBeTruthy()
  expect(drawer.getByText('younger.done')).toBeTruthy()
})

test('TM-4: what was done to a member stands beside what they did, with who did it and what it came to', async () => {
  const deeds = [
    deedOf({ before: { role: 'viewer' }, after: { role: 'analyst' }, target: dana.id }),
    deedOf({
      id: 'e2',
      actor: { kind: 'member', id: dana.id, name: 'Dana Whitlock' },
      action: 'team.suspended',
      about: 'Rufus Hale',
    }),
  ]
  showTeam({ api: { team: { activity: () => pageWith(deeds) } } })
  const drawer = await openDrawer('Dana Whitlock')
  await userEvent.click(await drawer.findByRole('tab', { name: 'Activity' }))
  const [done, did] = await drawer.findAllByRole('listitem')
  expect(done!.textContent).toMatch(/Changed a member’s role\s+Viewer → Analyst.*by Clara Osei/)
  expect(did!.textContent).toMatch(/Suspended a member\s+Rufus Hale/)
  expect(did!.textContent).not.toMatch(/by Dana/)
})

test('TM-4: the team has a log of what was done to it, which leads into the audit log', async () => {
  const history = jest.fn<Team['history']>(() =>
    pageWith([
      deedOf({
        id: 'e1',
        before: { role: 'viewer' },
        after: { role: 'analyst' },
        about: 'Vic Tester',
      }),
      deedOf({
        id: 'e2',
        action: 'team.invited',
        after: { role: 'admin' },
        about: 'nora@a.example',
      }),
    ]),
  )
  const module = showTeam({ api: { team: { history } } })
  await userEvent.click(await screen.findByRole('tab', { name: 'Activity' }))
  const changed = await rowOf('Vic Tester')
  for (const words of ['Changed a member’s role', 'Viewer → Analyst', 'Clara Osei']) {
    expect(changed.getByText(words)).toBeTruthy()
  }
  expect((await rowOf('nora@a.example')).getByText('Admin')).toBeTruthy()
  expect(module.viewState.read()).toEqual({ tab: 'log' })
  await press('Open in the audit log: Changed a member’s role, Vic Tester')
  expect(module.navigated).toEqual([{ view: 'home.audit', params: { entry: 'e1' } }])
})

test('TM-4: without audit:read nobody is offered the log of the team, nor by an address', async () => {
  const history = jest.fn<Team['history']>(() => pageWith([]))
  const viewState = memoryViewState({ tab: 'log' })
  showTeam({ as: 'developer', team: peopleAs(dana), api: { team: { history } }, viewState })
  expect(await rowOf('Clara Osei')).toBeTruthy()
  expect(screen.queryByRole('tab')).toBeNull()
  expect(history).not.toHaveBeenCalled()
})

test('XC-2: without audit:read and team:write a drawer shows facts alone', async () => {
  showTeam({ as: 'developer', team: peopleAs(dana) })
  const drawer = await openDrawer('Clara Osei')
  expect(await drawer.findByText('clara@northwind.example')).toBeTruthy()
  expect(drawer.queryByRole('tab')).toBeNull()
})
