/** XC-1: an owner sets single sign-on up, and somebody new comes in by it. */
import type { Page } from '@playwright/test'
import { codeOf } from './authenticator.ts'
import { startCompany } from './company.ts'
import type { House, Member } from './house.ts'
import { expect, test } from './journey.ts'

// The provider is another house, by design.
test.use({ provokes: /a request to a third party: http:\/\/127\.0\.0\.1:\d+\// })

/** Sets an authenticator up first: how members sign in is changed by whoever has shown a second factor. */
async function signInWithFactor(page: Page, house: House, member: Member): Promise<void> {
  const { email, password } = member
  const { token } = await house.api().auth.signIn({ body: { email, password } })
  const { account } = house.api(token)
  const { secret } = await account.beginTotp({ body: { password } })
  await account.confirmTotp({ body: { code: codeOf(secret) } })
  await page.goto('/')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  // Each code is good once; that of the next half minute is taken already.
  await page.getByLabel('Code', { exact: true }).fill(codeOf(secret, 1))
  await expect(page.getByRole('navigation', { name: 'Dashboard' })).toBeVisible()
}

const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click()

const factOf = (page: Page, name: string) =>
  page.getByRole('term').filter({ hasText: name }).locator('xpath=..').locator('code').first()

test('XC-1 single sign-on from its set-up to the first sign-in of somebody new', async ({
  page,
  house,
  newBrowser,
}) => {
  test.slow()
  const domain = `journey-${Date.now()}.test`
  await signInWithFactor(
    page,
    house,
    house.tenantOf('single sign-on').members.find(({ role }) => role === 'owner')!,
  )
  await page.getByRole('link', { name: 'Sign-in & security', exact: true }).click()
  await press(page, 'Set up single sign-on')
  const redirectUri = await factOf(page, 'Redirect URI').innerText()
  const logoutUri = await factOf(page, 'Back-channel logout URI').innerText()
  const { dns, provider, stop } = await startCompany(redirectUri, logoutUri)

  await press(page, 'Continue')
  await page.getByLabel('Issuer').fill(provider.issuer)
  await page.getByLabel('Client ID').fill(provider.clientId)
  await page.getByLabel('Client secret').fill(provider.clientSecret)
  await press(page, 'Continue')
  await page.getByLabel('Role of new members').selectOption('analyst')
  await press(page, 'Continue')
  await press(page, 'Save')

  await press(page, 'Test connection')
  await expect(page.getByText('The provider answers and knows us')).toBeVisible()
  await press(page, 'Add domain')
  await page.getByLabel('Domain', { exact: true }).fill(domain)
  await page.getByRole('dialog').getByRole('button', { name: 'Add domain' }).click()
  const name = await factOf(page, 'Name of the TXT record').innerText()
  dns.records.set(name, [await factOf(page, 'Its value').innerText()])
  await page.getByRole('button', { name: new RegExp(`^Check( again)?: ${domain}`) }).click()
  await expect(page.getByText('Verified', { exact: true })).toBeVisible()
  await page.getByRole('switch', { name: 'People can sign in with the company' }).press('Space')
  await expect(page.getByText('Set up, still off')).toHaveCount(0)

  const email = `ada@${domain}`
  provider.accounts.set('ada', { email, email_verified: true, name: 'Ada Journey' })
  const theirs = await (await newBrowser()).newPage()
  await theirs.goto('/account?environment=sandbox')
  await theirs.getByRole('link', { name: 'Sign in with your company' }).click()
  await theirs.getByLabel('Work e-mail').fill(email)
  await theirs.getByRole('button', { name: 'Go on' }).click()
  await theirs.getByRole('button', { name: 'ada' }).click()
  await expect(theirs.getByRole('navigation', { name: 'Dashboard' })).toBeVisible()
  await expect(theirs.getByRole('button', { name: /^Account of Ada Journey/ })).toBeVisible()
  // Where they were going, and nothing of the way there.
  await expect(theirs.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible()
  await expect(theirs).toHaveURL(/\/account\?environment=sandbox(?!.*code=)/)
  await stop()
})
