/**
 * XC-1, XC-6, TM-1: from the first visit to the day when the phone is lost, all by the keyboard, with
 * every page of it open to everybody. It happens in a tenant of its own, so it disturbs nobody.
 */
import type { Page } from '@playwright/test'
import { violationsOn } from './accessible.ts'
import { codeOf } from './authenticator.ts'
import { isFull } from './full.ts'
import { expect, test } from './journey.ts'
import { tabTo } from './keyboard.ts'
import { linkIn } from './mails.ts'
import { overhangOf } from './overhang.ts'

const password = 'four quiet words here'
const nextPassword = 'other quiet words there'

const rooms = [
  { theme: 'light', viewport: { width: 1440, height: 900 } },
  { theme: 'dark', viewport: { width: 360, height: 740 } },
] as const

/** Goes to something by Tab and presses it. */
async function use(page: Page, name: string, key = 'Enter'): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press(key)
}

/** Goes to a field by Tab and writes into it. */
async function write(page: Page, field: string, words: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.type(words)
}

async function look(page: Page, name: string): Promise<void> {
  expect.soft(await overhangOf(page), `${name} scrolls sideways`).toEqual([])
  expect.soft(await violationsOn(page), `${name} shuts somebody out`).toEqual([])
}

const dashboard = (page: Page) => page.getByRole('navigation', { name: 'Dashboard' })
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

async function arrive(page: Page, title: string): Promise<void> {
  await expect(heading(page, title)).toBeVisible()
  await look(page, title)
}

async function signOut(page: Page): Promise<void> {
  await use(page, 'Account of')
  await use(page, 'Sign out')
  await expect(heading(page, 'Sign in to Sonaqor')).toBeVisible()
}

async function signIn(page: Page, email: string, words: string): Promise<void> {
  await write(page, 'E-mail', email)
  await write(page, 'Password', words)
  await page.keyboard.press('Enter')
}

for (const { theme, viewport } of isFull ? rooms : rooms.slice(0, 1)) {
  test.describe(`${theme}, ${viewport.width} px`, () => {
    test.use({ viewport, colorScheme: theme })
    test.slow()

    test('XC-1 XC-6 TM-1 by keyboard: sign up, invite, a second factor, a lost phone, a lost password', async ({
      page,
      newBrowser,
      house,
    }) => {
      const tag = `${viewport.width}-${Date.now()}`
      const [email, invited] = [`founder-${tag}@journey.example`, `joiner-${tag}@journey.example`]
      const tenant = `Keyboard ${tag}`

      await test.step('XC-1 somebody founds a tenant by a link in a mail', async () => {
        await page.goto('/')
        await expect(page.getByLabel('E-mail')).toBeFocused()
        await use(page, 'Create an account')
        await arrive(page, 'Create an account')
        await write(page, 'Company', tenant)
        await write(page, 'Your name', 'Ada Marsh')
        await write(page, 'Work e-mail', email)
        await page.keyboard.press('Enter')
        await expect(page.getByText('Look into your e-mails')).toBeVisible()
        await look(page, 'the mail is on its way')
        await page.goto(await linkIn(house, email, /./))
        await arrive(page, 'Choose a password')
        await write(page, 'New password', password)
        await page.keyboard.press('Enter')
        await expect(dashboard(page)).toBeVisible()
      })

      await test.step('TM-1 who is invited joins by a link that works once', async () => {
        const { token } = await house.api().auth.signIn({ body: { email, password } })
        const { team } = house.api(token)
        await team.invite({ body: { emails: [invited], role: 'developer' } })
        const link = await linkIn(house, invited, /invite/i)
        const other = await (await newBrowser()).newPage()
        await other.goto(link)
        await arrive(other, 'Join a team')
        await write(other, 'Your name', 'Ben Ode')
        await write(other, 'New password', password)
        await page.bringToFront()
        await other.bringToFront()
        await other.keyboard.press('Enter')
        await expect(dashboard(other)).toBeVisible()
        await other.goto('about:blank')
        await other.goto(link)
        await expect(other.getByText('This link no longer works')).toBeVisible()
        await look(other, 'a link that was used')
      })

      let secret = ''
      let recoveryCode = ''
      await test.step('XC-1 an authenticator app is set up', async () => {
        await page.bringToFront()
        await page.goto('/account/security')
        await expect(heading(page, 'Your account')).toBeVisible()
        await use(page, 'Set up authenticator app')
        const dialog = page.getByRole('dialog')
        await expect(dialog.getByLabel('Password')).toBeVisible()
        await write(page, 'Password', password)
        await page.keyboard.press('Enter')
        await expect(dialog.getByRole('img', { name: /QR code/ })).toBeVisible()
        await look(page, 'the code to scan')
        secret = (await dialog.locator('code').innerText()).replaceAll(' ', '')
        await write(page, 'First code', codeOf(secret))
        await expect(dialog.getByRole('list', { name: 'Recovery codes' })).toBeVisible()
        await look(page, 'the recovery codes')
        ;[recoveryCode = ''] = await dialog.getByRole('listitem').allInnerTexts()
        await use(page, 'I have kept them', 'Space')
        await use(page, 'Done')
        await expect(dialog).toHaveCount(0)
        await look(page, 'the account')
      })

      await test.step('XC-1 it is asked for, and a recovery code stands in for a lost phone', async () => {
        await signOut(page)
        await signIn(page, email, password)
        await arrive(page, 'One more step')
        await write(page, 'Code', codeOf(secret, 1))
        await expect(dashboard(page)).toBeVisible()

        await signOut(page)
        await signIn(page, email, password)
        await expect(heading(page, 'One more step')).toBeVisible()
        await use(page, 'Use a recovery code')
        await look(page, 'a recovery code is asked for')
        await write(page, 'Recovery code', recoveryCode)
        await page.keyboard.press('Enter')
        await expect(dashboard(page)).toBeVisible()
      })

      await test.step('XC-1 a forgotten password is chosen anew by a link in a mail', async () => {
        await signOut(page)
        await use(page, 'Forgot password?')
        await arrive(page, 'Forgot your password?')
        await write(page, 'E-mail', email)
        await page.keyboard.press('Enter')
        await expect(page.getByText('Look into your e-mails')).toBeVisible()
        await page.goto(await linkIn(house, email, /password/i))
        await arrive(page, 'Choose a new password')
        await write(page, 'New password', nextPassword)
        await page.keyboard.press('Enter')
        await expect(page.getByText('Your password is changed')).toBeVisible()
        await look(page, 'the new password is set')
        await use(page, 'To sign-in')
        await signIn(page, email, nextPassword)
        await expect(heading(page, 'One more step')).toBeVisible()
      })
    })
  })
}
