import { beforeEach, expect, jest, test } from '@jest/globals'
import type { Client } from '@sonaqor/contract/client'
import { memoryViewState } from '@sonaqor/module/memory-view-state'
import { Surface } from '@sonaqor/ui'
import { languages as languagesOfUi, loadTexts } from '@sonaqor/ui/texts'
import { act, cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import {
  ada,
  factors,
  noFactors,
  problem,
  recoveryCodes,
  sessions,
  wrongField,
} from '../identity/testing/people.ts'
import { languages as languagesOfIdentity } from '../identity/texts/index.ts'
import { told, toldHost } from '../notifications/testing/told.ts'
import { languages as languagesOfNotifications } from '../notifications/texts/index.ts'
import { languages } from '../texts/index.ts'
import { accountTabs, pathOfTab, type AccountTab } from './account-paths.ts'
import { languages as languagesOfAccount } from './texts/index.ts'
import { AccountPage } from './account-page.tsx'

const account = {
  show: jest.fn<Client['account']['show']>(),
  update: jest.fn<Client['account']['update']>(),
  changePassword: jest.fn<Client['account']['changePassword']>(),
  changeEmail: jest.fn<Client['account']['changeEmail']>(),
  showFactors: jest.fn<Client['account']['showFactors']>(),
  beginTotp: jest.fn<Client['account']['beginTotp']>(),
  confirmTotp: jest.fn<Client['account']['confirmTotp']>(),
  removeTotp: jest.fn<Client['account']['removeTotp']>(),
  renamePasskey: jest.fn<Client['account']['renamePasskey']>(),
  removePasskey: jest.fn<Client['account']['removePasskey']>(),
  renewRecoveryCodes: jest.fn<Client['account']['renewRecoveryCodes']>(),
}
const ownSessions = {
  list: jest.fn<Client['sessions']['list']>(),
  end: jest.fn<Client['sessions']['end']>(),
  endOthers: jest.fn<Client['sessions']['endOthers']>(),
}
const onNamed = jest.fn()
const onTitled = jest.fn()
const host = toldHost()

beforeEach(() => {
  for (const ask of [...Object.values(account), ...Object.values(ownSessions)]) ask.mockReset()
  account.show.mockResolvedValue(ada)
  account.showFactors.mockResolvedValue(noFactors)
  ownSessions.list.mockResolvedValue({ data: [...sessions] })
})

async function show(tab: AccountTab, { locale = 'en', isForStepUp = false } = {}) {
  const { container } = render(
    <Surface locale={locale}>
      <AccountPage
        api={{ account, sessions: ownSessions } as unknown as Client}
        host={host}
        tab={tab}
        viewState={memoryViewState()}
        scopes={[]}
        isForStepUp={isForStepUp}
        onNamed={onNamed}
        onTitled={onTitled}
      />
    </Surface>,
  )
  await act(async () => undefined)
  return container
}

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))

test('XC-1: an authenticator app is set up by password, code and codes that are kept', async () => {
  account.beginTotp.mockResolvedValue({ secret: 'ABCDEFGHIJKL', uri: 'otpauth://totp/Sonaqor' })
  account.confirmTotp.mockRejectedValueOnce(wrongField('#/code'))
  account.confirmTotp.mockResolvedValue({ recoveryCodes: [...recoveryCodes] })
  await show('security')
  await press('Set up authenticator app')
  const dialog = within(screen.getByRole('dialog', { name: 'Set up authenticator app' }))
  await userEvent.type(dialog.getByLabelText('Password'), 'my password{Enter}')
  expect(account.beginTotp).toHaveBeenCalledWith({ body: { password: 'my password' } })
  expect(await dialog.findByRole('img', { name: /QR code/ })).toBeTruthy()
  expect(document.activeElement).toBe(dialog.getByRole('heading', { level: 3 }))
  expect(dialog.getByText('ABCD EFGH IJKL')).toBeTruthy()
  await userEvent.type(dialog.getByLabelText('First code'), '000000')
  expect(await dialog.findByText(/This is not the code that the app shows now/)).toBeTruthy()
  await userEvent.clear(dialog.getByLabelText('First code'))
  await userEvent.type(dialog.getByLabelText('First code'), '123456')
  const codes = await dialog.findByRole('list', { name: 'Recovery codes' })
  expect(within(codes).getAllByRole('listitem')).toHaveLength(10)
  expect(document.activeElement).toBe(dialog.getByRole('heading', { name: 'Recovery codes' }))
  // They cannot be shown again, so nobody leaves unasked, nor before saying that they are kept.
  await userEvent.click(dialog.getByRole('button', { name: 'Close' }))
  expect(dialog.getByText(/Have you kept them/)).toBeTruthy()
  await userEvent.click(dialog.getByRole('button', { name: 'Go back' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Done' }))
  expect(screen.getByRole('dialog')).toBeTruthy()
  account.showFactors.mockResolvedValue(factors)
  await userEvent.click(dialog.getByLabelText('I have kept them'))
  await userEvent.click(dialog.getByRole('button', { name: 'Done' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(await screen.findByText('Authenticator app set up')).toBeTruthy()
  expect(account.showFactors).toHaveBeenCalledTimes(2)
  // What was pressed has become its opposite, which nobody should come to unawares.
  expect(screen.getByRole('button', { name: 'Remove app' })).not.toBe(document.activeElement)
  expect(document.activeElement?.textContent).toMatch(/^Authenticator app/)
})

test('XC-1: a wrong password is said at its field', async () => {
  account.beginTotp.mockRejectedValue(wrongField('#/password'))
  await show('security')
  await press('Set up authenticator app')
  const dialog = within(screen.getByRole('dialog'))
  await userEvent.type(dialog.getByLabelText('Password'), 'no{Enter}')
  expect(await screen.findByText('This is not your password.')).toBeTruthy()
})

test('XC-1: after too many wrong passwords it is said how long to wait', async () => {
  const detail = 'Too many wrong passwords. Try again in 890 seconds.'
  account.beginTotp.mockRejectedValue(problem('quota-exceeded', { status: 429, detail }))
  await show('security')
  await press('Set up authenticator app')
  const dialog = within(screen.getByRole('dialog'))
  await userEvent.type(dialog.getByLabelText('Password'), 'no{Enter}')
  expect(await dialog.findByText('Too many attempts')).toBeTruthy()
  expect(dialog.getByText('You can try again in 15 minutes.')).toBeTruthy()
})

test('XC-1: removing a factor says what it means, and is asked about first', async () => {
  account.showFactors.mockResolvedValue(factors)
  await show('security')
  await press('Remove app')
  expect(account.removeTotp).not.toHaveBeenCalled()
  await press('Remove')
  expect(account.removeTotp).toHaveBeenCalledTimes(1)
  expect(await screen.findByText('Authenticator app removed')).toBeTruthy()
})

test('XC-1: passkeys are renamed and removed by their names', async () => {
  account.showFactors.mockResolvedValue(factors)
  await show('security')
  await press('Rename Security key')
  const dialog = within(screen.getByRole('dialog', { name: 'Rename passkey' }))
  const field = dialog.getByLabelText('Name')
  await userEvent.clear(field)
  await userEvent.type(field, 'YubiKey{Enter}')
  expect(account.renamePasskey).toHaveBeenCalledWith({
    params: { id: 'k2' },
    body: { name: 'YubiKey' },
  })
  await press('Remove MacBook of Ada')
  await press('Remove')
  expect(account.removePasskey).toHaveBeenCalledWith({ params: { id: 'k1' } })
})

test('XC-1: recovery codes are renewed after a question, and shown once', async () => {
  account.showFactors.mockResolvedValue(factors)
  account.renewRecoveryCodes.mockResolvedValue({ recoveryCodes: [...recoveryCodes] })
  await show('security')
  expect(screen.getByText('Few left')).toBeTruthy()
  await press('Renew codes')
  const dialog = within(screen.getByRole('dialog'))
  await userEvent.click(dialog.getByRole('button', { name: 'Renew codes' }))
  expect(await screen.findByText(recoveryCodes[0] ?? '')).toBeTruthy()
  expect(document.activeElement?.textContent).toMatch(/^Keep these/)
})

test('XC-1: sessions are told by device and place, and any other can be ended', async () => {
  ownSessions.endOthers.mockResolvedValue({ ended: 1 })
  await show('sessions')
  const [first] = screen.getAllByText(/ on (Linux|iPhone)/)
  expect(first?.textContent).toContain('This session')
  expect(screen.getByText('203.0.113.7')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'End session: Firefox on Linux' })).toBeNull()
  await press('End session: Safari on iPhone')
  expect(ownSessions.end).toHaveBeenCalledWith({ params: { id: 's2' } })
  expect(await screen.findByText('Session ended: Safari on iPhone')).toBeTruthy()
  await press('End all others')
  expect(ownSessions.endOthers).not.toHaveBeenCalled()
  const dialog = within(screen.getByRole('dialog'))
  await userEvent.click(dialog.getByRole('button', { name: 'End all others' }))
  expect(await screen.findByText('1 session ended')).toBeTruthy()
})

test('XC-1: the own name is changed, and seen beyond the page', async () => {
  account.update.mockResolvedValue(ada)
  await show('profile')
  const field = screen.getByRole('textbox', { name: 'Name' })
  await userEvent.clear(field)
  await userEvent.type(field, 'Ada M.{Enter}')
  expect(account.update).toHaveBeenCalledWith({ body: { name: 'Ada M.', locale: 'en' } })
  expect(await screen.findByText('Profile saved')).toBeTruthy()
  expect(onNamed).toHaveBeenCalled()
})

test('XC-1: a new password proves who asks', async () => {
  account.changePassword.mockRejectedValueOnce(wrongField('#/current'))
  await show('security')
  await press('Change password')
  await userEvent.type(screen.getByLabelText('Current password'), 'old')
  await userEvent.type(screen.getByLabelText('New password'), 'a long enough password{Enter}')
  expect(await screen.findByText('This is not your password.')).toBeTruthy()
  await userEvent.type(screen.getByLabelText('Current password'), 'er{Enter}')
  expect(account.changePassword).toHaveBeenLastCalledWith({
    body: { current: 'older', next: 'a long enough password' },
  })
  expect(await screen.findByText('Password changed')).toBeTruthy()
})

test('XC-1: a new address proves who asks: by the password, or by a factor where there is one', async () => {
  await show('profile')
  await press('Change e-mail')
  await userEvent.type(screen.getByLabelText('New e-mail address'), 'ada@contoso.example')
  await userEvent.type(screen.getByLabelText('Password'), 'mine{Enter}')
  expect(account.changeEmail).toHaveBeenCalledWith({
    body: { email: 'ada@contoso.example', password: 'mine' },
  })
  cleanup()
  account.showFactors.mockResolvedValue(factors)
  await show('profile')
  await press('Change e-mail')
  expect(screen.queryByLabelText('Password')).toBeNull()
})

test('XC-1: whoever was led here for want of a factor is told why, and then how to go on', async () => {
  await show('security', { isForStepUp: true })
  expect(screen.getByText('Set up a second factor first')).toBeTruthy()
  cleanup()
  account.showFactors.mockResolvedValue(factors)
  await show('security', { isForStepUp: true })
  expect(screen.getByText('Your second factor is set up')).toBeTruthy()
})

test('what cannot be read is said, each part by itself', async () => {
  account.showFactors.mockRejectedValue(new TypeError('fetch'))
  await show('security')
  expect(screen.getByRole('alert').textContent).toMatch(/could not be reached/)
  expect(screen.getByRole('button', { name: 'Change password' })).toBeTruthy()
})

test('XC-12: each part has an address, by which mails lead to it, and a title of its own', async () => {
  expect(accountTabs.map(pathOfTab)).toEqual([
    '/account',
    '/account/security',
    '/account/sessions',
    '/account/notifications',
  ])
  await show('notifications')
  expect(await screen.findByText('Your role was changed')).toBeTruthy()
  expect(onTitled).toHaveBeenLastCalledWith('Notifications')
  const nav = within(screen.getByRole('navigation', { name: 'Parts of your account' }))
  const [current, ...others] = nav.getAllByRole('link', { current: 'page' })
  expect(current?.getAttribute('href')).toBe('/account/notifications')
  expect(others).toEqual([])
})

test('Quality: in German nothing is said in English', async () => {
  account.showFactors.mockResolvedValue(factors)
  await loadTexts(
    'de',
    languages,
    languagesOfIdentity,
    languagesOfAccount,
    languagesOfNotifications,
    languagesOfUi,
  )
  const english = new Set<string>()
  const german: string[] = []
  for (const tab of accountTabs) {
    for (const [locale, keep] of [
      ['en', (word: string) => english.add(word)],
      ['de', (word: string) => german.push(word)],
    ] as const) {
      // One page stands at a time.
      wordsIn(await show(tab, { locale })).forEach(keep)
      cleanup()
    }
  }
  // What notifications say comes from the API in the language that was asked for.
  const same = new Set([ada.name, ada.email, ...factors.passkeys.map(({ name }) => name)])
  for (const { title, body } of told) same.add(title).add(body)
  const left = german.filter((word) => english.has(word))
  const alike = new Set(['Name', 'Passkeys', 'English', 'Deutsch', 'Northwind', 'Contoso'])
  expect(left.filter((word) => !same.has(word) && !alike.has(word))).toEqual([])
})

/** Words that are written, without what is an address, a device or a time. */
function wordsIn(container: HTMLElement): readonly string[] {
  const found = [...container.querySelectorAll('*')].flatMap(({ childNodes, tagName }) =>
    tagName === 'TIME'
      ? []
      : [...childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? node.textContent : '')),
  )
  return found.map((word) => word?.trim() ?? '').filter((word) => /^\p{L}{3}/u.test(word))
}
