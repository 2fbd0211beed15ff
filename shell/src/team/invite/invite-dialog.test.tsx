import { expect, jest, test } from '@jest/globals'
import type { ModuleContext } from '@sonaqor/module'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { press, showTeam } from '../testing/show-team-page.tsx'

type Invite = ModuleContext['api']['team']['invite']

async function openDialog() {
  await press('Invite people')
  return within(await screen.findByRole('dialog', { name: 'Invite people' }))
}

const field = 'E-mail addresses'

test('TM-1: many are invited at once, as they were pasted', async () => {
  const invite = jest.fn<Invite>(({ body }) =>
    Promise.resolve({
      data: body.emails.map((email) => ({ email, outcome: 'invited' as const, inviteId: email })),
    }),
  )
  showTeam({ api: { team: { invite } } })
  const dialog = await openDialog()
  await userEvent.click(dialog.getByLabelText(field))
  await userEvent.paste('Ada <a@x.example>, b@x.example\nc@x.example')
  await userEvent.click(dialog.getByRole('radio', { name: 'Developer' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Send 3 invitations' }))
  expect(await screen.findAllByText('3 invitations sent')).toBeTruthy()
  expect(invite).toHaveBeenCalledWith({
    body: { emails: ['a@x.example', 'b@x.example', 'c@x.example'], role: 'developer' },
  })
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('TM-1: without an address or a role nothing is sent, and each is asked for', async () => {
  const invite = jest.fn<Invite>()
  showTeam({ api: { team: { invite } } })
  const dialog = await openDialog()
  await userEvent.click(dialog.getByRole('button', { name: 'Send invitations' }))
  expect(dialog.getByText('Enter at least one e-mail address.')).toBeTruthy()
  expect(dialog.getByText('Choose a role.')).toBeTruthy()
  expect(invite).not.toHaveBeenCalled()
})

test('TM-1: more than fifty at once are counted before they are sent', async () => {
  const invite = jest.fn<Invite>()
  showTeam({ api: { team: { invite } } })
  const dialog = await openDialog()
  await userEvent.click(dialog.getByLabelText(field))
  await userEvent.paste(Array.from({ length: 51 }, (_, n) => `p${n}@x.example`).join(','))
  await userEvent.click(dialog.getByRole('button', { name: 'Send 51 invitations' }))
  expect(dialog.getByText('At most 50 can be invited at once; these are 51.')).toBeTruthy()
  expect(invite).not.toHaveBeenCalled()
})

test('TM-1: what became of each is told, and the wrong ones are put right', async () => {
  const invite = jest.fn<Invite>(() =>
    Promise.resolve({
      data: [
        { email: 'a@x.example', outcome: 'invited', inviteId: 'i1' },
        { email: 'nobody', outcome: 'not-an-address', inviteId: null },
        { email: 'clara@northwind.example', outcome: 'member', inviteId: null },
        { email: 'grace@northwind.example', outcome: 'already-invited', inviteId: null },
      ],
    }),
  )
  showTeam({ api: { team: { invite } } })
  const dialog = await openDialog()
  await userEvent.click(dialog.getByLabelText(field))
  await userEvent.paste('a@x.example nobody clara@northwind.example grace@northwind.example')
  await userEvent.click(dialog.getByRole('radio', { name: 'Viewer' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Send 4 invitations' }))
  const outcome = within(await screen.findByRole('dialog', { name: '1 of 4 invited' }))
  const rows = outcome.getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(rows[0]).toMatch(/^nobodyNot an address/)
  expect(rows[1]).toMatch(/Already a member/)
  expect(rows[2]).toMatch(/Already invited/)
  expect(rows[3]).toMatch(/^a@x.exampleSent/)
  await userEvent.click(outcome.getByRole('button', { name: 'Correct the wrong one' }))
  const again = within(await screen.findByRole('dialog', { name: 'Invite people' }))
  expect(again.getByLabelText(field)).toHaveProperty('value', 'nobody')
  expect(again.getByRole('radio', { name: 'Viewer' })).toHaveProperty('checked', true)
})

test('TM-2: an admin cannot invite an owner, and is told why', async () => {
  showTeam({ as: 'admin' })
  const dialog = await openDialog()
  expect(dialog.getByRole('radio', { name: 'Owner' })).toHaveProperty('disabled', true)
})

test('TM-4: what each role may do is a press away, and the form is still there after it', async () => {
  showTeam()
  const dialog = await openDialog()
  await userEvent.type(dialog.getByLabelText(field), 'a@x.example')
  await userEvent.click(dialog.getByRole('button', { name: 'What may each role do?' }))
  const matrix = within(await screen.findByRole('dialog', { name: 'What roles may do' }))
  await userEvent.click(matrix.getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(dialog.getByLabelText(field)).toHaveProperty('value', 'a@x.example'))
})

test('XC-6: what was entered is not dropped unasked', async () => {
  showTeam()
  const dialog = await openDialog()
  await userEvent.type(dialog.getByLabelText(field), 'a@x.example')
  await userEvent.click(dialog.getByRole('button', { name: 'Close' }))
  expect(dialog.getByText('Discard what you have entered?')).toBeTruthy()
})
