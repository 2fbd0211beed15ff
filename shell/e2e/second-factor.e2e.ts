/** XC-1, XC-12: a second factor from its set-up to its removal, and a session that ends under a draft. */
import type { Page } from '@playwright/test'
import { codeOf } from './authenticator.ts'
import type { House, Member } from './house.ts'
import { expect, test } from './journey.ts'

/** Nobody is kept out by them meanwhile. */
const memberElsewhere = (house: House, wanted: Member['role']): Member =>
  house.tenantOf('second factors').members.find(({ role }) => role === wanted)!

/**
 * A device that holds passkeys, and whose owner always confirms: also what a browser only suggests, so
 * nothing is suggested here.
 */
async function giveDevice(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.evaluate(() => {
    PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false)
  })
}

const dashboard = (page: Page) => page.getByRole('navigation', { name: 'Dashboard' })

async function sayPassword(page: Page, { email, password }: Member): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in to Sonaqor' })).toBeVisible()
}

async function openAccount(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('link', { name: 'Your account' }).click()
  await expect(page.getByRole('heading', { name: 'Your account', level: 1 })).toBeVisible()
  await page.getByRole('link', { name: 'Security', exact: true }).click()
}

const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).last().click()

test('XC-1 a second factor is set up, asked for, shown again, and removed', async ({
  page,
  house,
}) => {
  test.slow()
  const person = memberElsewhere(house, 'developer')
  await page.goto('/')
  await sayPassword(page, person)
  await expect(dashboard(page)).toBeVisible()

  await openAccount(page)
  await press(page, 'Set up authenticator app')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Password').fill(person.password)
  await press(page, 'Continue')
  await expect(dialog.getByRole('img', { name: /QR code/ })).toBeVisible()
  const secret = (await dialog.locator('code').innerText()).replaceAll(' ', '')
  await dialog.getByLabel('First code').fill(codeOf(secret))
  await expect(dialog.getByRole('list', { name: 'Recovery codes' })).toBeVisible()
  const [recoveryCode = '', codeToAdd = ''] = await dialog.getByRole('listitem').allInnerTexts()
  await dialog.getByLabel('I have kept them').check()
  await press(page, 'Done')
  await expect(dialog).toHaveCount(0)

  await signOut(page)
  await sayPassword(page, person)
  await expect(page.getByRole('heading', { name: 'One more step' })).toBeVisible()
  await page.getByLabel('Code', { exact: true }).fill(codeOf(secret, 1))
  await expect(dashboard(page)).toBeVisible()

  await giveDevice(page)
  await openAccount(page)
  await press(page, 'Add a passkey')
  await dialog.getByLabel('Name').fill('The journey')
  await press(page, 'Add passkey')
  await expect(page.getByRole('dialog', { name: 'Confirm that it is you' })).toBeVisible()
  await press(page, 'Use a recovery code')
  await page.getByLabel('Recovery code').fill(codeToAdd)
  await page.getByLabel('Recovery code').press('Enter')
  await expect(page.getByRole('button', { name: 'Remove The journey' })).toBeVisible()

  await signOut(page)
  await press(page, 'Sign in with a passkey')
  await expect(dashboard(page)).toBeVisible()

  await signOut(page)
  await sayPassword(page, person)
  await press(page, 'Use a recovery code')
  await page.getByLabel('Recovery code').fill(recoveryCode)
  await page.getByLabel('Recovery code').press('Enter')
  await expect(dashboard(page)).toBeVisible()

  await openAccount(page)
  await expect(page.getByText('8 codes left', { exact: false })).toBeVisible()
  await press(page, 'Remove app')
  await press(page, 'Remove')
  await expect(page.getByRole('dialog', { name: 'Confirm that it is you' })).toBeVisible()
  await press(page, 'Use a passkey')
  await expect(page.getByText('Authenticator app removed', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Remove The journey' }).click()
  await press(page, 'Remove')
  await press(page, 'Use a passkey')
  await expect(page.getByText('Passkey removed', { exact: true })).toBeVisible()

  await signOut(page)
  await sayPassword(page, person)
  await expect(dashboard(page)).toBeVisible()
})

test('XC-12 a session that is ended elsewhere is taken up in place, with the draft', async ({
  page,
  newBrowser,
  house,
}) => {
  const person = memberElsewhere(house, 'owner')
  await page.goto('/')
  await sayPassword(page, person)
  await page.getByRole('link', { name: 'Projects' }).click()
  await press(page, 'Create project')
  const name = `Drafted at ${Date.now()}`
  await page.getByRole('dialog').getByLabel('Name').fill(name)

  const elsewhere = await (await newBrowser()).newPage()
  await elsewhere.goto('/')
  await sayPassword(elsewhere, person)
  await openAccount(elsewhere)
  await elsewhere.getByRole('link', { name: 'Sessions', exact: true }).click()
  await press(elsewhere, 'End all others')
  await press(elsewhere, 'End all others')
  await expect(elsewhere.getByText(/^\d+ sessions? ended$/)).toBeVisible()

  // Nobody has to do anything: the page hears of it with its line to the server.
  const again = page.getByRole('dialog', { name: 'Your session has ended' })
  await expect(again).toBeVisible()
  await expect(again.getByLabel('E-mail')).toHaveValue(person.email)
  await again.getByLabel('Password').fill(person.password)
  await again.getByLabel('Password').press('Enter')
  await expect(again).toHaveCount(0)
  await expect(page.getByLabel('Name')).toHaveValue(name)
  await page.getByLabel('Name').press('Enter')
  await expect(page.getByRole('heading', { name })).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
