/** XC-1: security leads look after the staff, and read what they did; a tenant is put on a plan that was seen. */
import { expect, jest, test } from '@jest/globals'
import type { StaffAct, StaffPerson, StaffTenant } from '@sonaqor/contract/staff'
import { Surface, Toasts } from '@sonaqor/ui'
import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { ActsTab } from '../acts-tab.tsx'
import { PeopleTab } from './people-tab.tsx'
import type { StaffApi } from '../staff-api.ts'
import { TenantsTab } from '../tenants/tenants-tab.tsx'

type Api = StaffApi['staff']
const apiOf = (staff: Partial<Api>) => ({ staff }) as unknown as StaffApi

function show(what: React.ReactNode) {
  render(
    <Surface locale="en">
      <Toasts>{what}</Toasts>
    </Surface>,
  )
}

const at = new Date().toISOString()
const personOf = (name: string, change: Partial<StaffPerson> = {}): StaffPerson => ({
  id: name,
  name,
  email: 'somebody@sonaqor.test',
  role: 'support',
  state: 'active',
  since: at,
  secondFactor: true,
  lastSeenAt: at,
  revision: 7,
  ...change,
})

const press = async (name: string, within_ = screen) =>
  userEvent.click(await within_.findByRole('button', { name }))
const inDialog = async () => within(await screen.findByRole('dialog')) as unknown as typeof screen

const names = (row: HTMLElement) =>
  within(row)
    .getAllByRole('button')
    .map(({ textContent }) => textContent)

const actOf = (id: string, change: Partial<StaffAct> = {}): StaffAct => ({
  id,
  by: 'Lea Lead',
  action: 'staff.signed-in',
  target: null,
  targetName: null,
  detail: {},
  at,
  ...change,
})

function showPeople(staff: Partial<Api>, people: StaffPerson[]) {
  const list = jest.fn<Api['people']>(() => Promise.resolve({ data: people }))
  show(<PeopleTab api={apiOf({ people: list, ...staff })} ownId="Lea" />)
  return list
}

test('somebody is added by name, address and role, and no password is ever shown', async () => {
  const added = { person: personOf('Nia New'), isLinkSent: true }
  const addPerson = jest.fn<Api['addPerson']>(() => Promise.resolve(added))
  const list = showPeople({ addPerson }, [personOf('Lea')])
  await press('Add somebody…')
  const dialog = await inDialog()
  await userEvent.type(dialog.getByLabelText('Name'), 'Nia New')
  await userEvent.type(dialog.getByLabelText('E-mail'), 'nia@sonaqor.test')
  await userEvent.selectOptions(dialog.getByLabelText('Role'), 'operations')
  expect(dialog.getByText(/suspends tenants/)).toBeTruthy()
  await press('Add', dialog)
  await waitFor(() =>
    expect(addPerson.mock.calls[0]![0]).toEqual({
      body: { name: 'Nia New', email: 'nia@sonaqor.test', role: 'operations' },
    }),
  )
  expect(await screen.findAllByText(/A link to set a password was sent/)).not.toEqual([])
  expect(list).toHaveBeenCalledTimes(2)
})

test('whoever is changed is the one that was seen, and is told so', async () => {
  const changePerson = jest.fn<Api['changePerson']>(() => Promise.resolve(personOf('Olga')))
  showPeople({ changePerson }, [personOf('Olga')])
  await press('Change role…')
  let dialog = await inDialog()
  await userEvent.selectOptions(dialog.getByLabelText('Role'), 'security')
  await press('Change role', dialog)
  const ofOlga = { params: { id: 'Olga' }, ifMatch: 7 }
  await waitFor(() =>
    expect(changePerson.mock.calls[0]![0]).toEqual({ ...ofOlga, body: { role: 'security' } }),
  )
  await press('End…')
  dialog = await inDialog()
  expect(dialog.getByText(/signed out at once/)).toBeTruthy()
  await press('End access', dialog)
  await waitFor(() =>
    expect(changePerson.mock.calls[1]![0]).toEqual({ ...ofOlga, body: { state: 'suspended' } }),
  )
})

test('who has not come yet gets a new link; who has ended is let in again, and nothing else', async () => {
  const sendLink = jest.fn<Api['sendLink']>(() => Promise.resolve())
  showPeople({ sendLink }, [
    personOf('Nia', { secondFactor: false, lastSeenAt: null }),
    personOf('Otto', { state: 'suspended' }),
    personOf('Lea'),
  ])
  const [nia, otto, lea] = await screen.findAllByRole('listitem')
  expect(within(nia!).getByText('No second factor yet')).toBeTruthy()
  expect(names(otto!)).toEqual(['Let in again…'])
  expect(names(lea!)).toEqual(['Change role…', 'End…'])
  await userEvent.click(within(nia!).getByRole('button', { name: 'Send a new link' }))
  expect(await screen.findByText('A link was sent to Nia')).toBeTruthy()
  expect(sendLink.mock.calls[0]![0]).toEqual({ params: { id: 'Nia' } })
})

test('XC-8 the log goes on where its page ends, and says each act in words', async () => {
  const first = [
    actOf('1', {
      action: 'tenants.suspended',
      targetName: 'Wexford',
      detail: { reason: 'Unpaid' },
    }),
    actOf('2', { action: 'something.newer' }),
    actOf('4', {
      action: 'staff.changed',
      detail: { before: { role: 'support' }, after: { role: 'operations' } },
    }),
  ]
  const acts = jest
    .fn<Api['acts']>()
    .mockResolvedValueOnce({ data: first, page: { next: 'there', prev: null } })
    .mockResolvedValueOnce({ data: [actOf('3')], page: { next: null, prev: null } })
  show(<ActsTab api={apiOf({ acts })} />)
  const row = (await screen.findByText('Suspended a tenant')).closest('tr')!
  expect(within(row).getByText('Unpaid')).toBeTruthy()
  expect(within(row).getByText('Wexford')).toBeTruthy()
  expect(screen.getByText('something.newer')).toBeTruthy()
  expect(screen.getByText('Support → Operations')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: /more/i }))
  expect(await screen.findByText('Signed in')).toBeTruthy()
  expect(acts.mock.calls[1]![0]!.query).toMatchObject({ cursor: 'there' })
})

test('a tenant is put on another plan as it was seen, by who may', async () => {
  const harbour: StaffTenant = {
    id: 'harbour',
    name: 'Harbour Bank',
    plan: 'free',
    demo: false,
    foundedAt: at,
    members: 7,
    suspended: null,
    revision: 4,
  }
  const changeTenant = jest.fn<Api['changeTenant']>(() => Promise.resolve(harbour))
  const tenants = () => Promise.resolve({ data: [harbour], page: { next: null, prev: null } })
  const api = apiOf({ tenants, changeTenant })
  show(<TenantsTab api={api} maySuspend={false} mayPlan onAsked={() => undefined} />)
  await press('Plan…')
  const dialog = await inDialog()
  await userEvent.selectOptions(dialog.getByLabelText('Plan'), 'growth')
  await press('Change plan', dialog)
  await waitFor(() =>
    expect(changeTenant.mock.calls[0]![0]).toEqual({
      params: { id: 'harbour' },
      body: { plan: 'growth' },
      ifMatch: 4,
    }),
  )
  expect(await screen.findByText('Harbour Bank is on another plan')).toBeTruthy()
})
