/** EM-4: in a partner's page a secret is seen by the person alone, never by the page. */
import type { Frame, FrameLocator, Page } from '@playwright/test'
import { expect, test } from './journey.ts'
import { focusedIn, tabTo } from './keyboard.ts'
import { framedForm, secretIn } from './keys.ts'
import { heardBy, spyOn } from './spy.ts'

test('EM-4 a key issued in the portal by keyboard alone: its secret never enters the page', async ({
  page,
  house,
}) => {
  await spyOn(page)
  const answers: { readonly by: Frame; readonly text: Promise<string> }[] = []
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (response.request().method() !== 'POST' || pathname !== '/v1/keys') return
    answers.push({ by: response.frame(), text: response.text() })
  })
  await page.goto(`${house.portalUrl}/keys`)
  await expect(page.getByRole('button', { name: 'Issue key' })).toBeVisible()

  const label = `Portal ${Date.now()}`
  await tabTo(page, 'Issue key')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  const form = page.frameLocator('iframe')
  await expect(form.getByLabel('Label')).toBeVisible()
  await tabTo(page, 'Label')
  await page.keyboard.type(label)
  await tabTo(page, 'apps:read')
  await page.keyboard.press('Space')
  await tabTo(page, 'Issue key')
  await page.keyboard.press('Enter')
  await expect(form.getByRole('button', { name: 'Show', exact: true })).toBeVisible()
  const secret = await test.step('it is shown in our frame', async () => {
    const frame = page.frames().find((one) => one !== page.mainFrame())
    expect(new URL(frame!.url()).origin).toBe(house.url)
    return secretIn(form)
  })
  expect(secret).toMatch(/^sq_test_[0-9A-Za-z]{36}$/)

  await test.step('and nowhere else while it is shown', async () => {
    const { heard, seen } = await heardBy(page)
    expect(heard).toContain('started')
    expect(heard + seen).not.toContain(secret)
    expect(heard + seen).not.toContain(secret.slice(12))
    expect(await page.evaluate(reachIntoFrames)).toEqual(['out of reach'])
    expect(answers).toHaveLength(1)
    expect(answers[0]!.by).not.toBe(page.mainFrame())
    expect(await answers[0]!.text).toContain(secret)
  })

  await tabTo(page, 'I have copied the key')
  await page.keyboard.press('Space')
  await tabTo(page, 'Done')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await focusedIn(page)).toContain('Issue key')
  await expect(page.getByRole('row', { name: label })).toBeVisible()
  const { heard, seen } = await heardBy(page)
  expect(heard + seen).not.toContain(secret)

  const { data } = await house.api(secret).apps.list()
  expect(data.map(({ id }) => id)).toEqual([house.app.id])
})

test('EM-4 with the token that a page holds its scripts can issue no key by themselves', async ({
  page,
  house,
}) => {
  await spyOn(page)
  await page.goto(`${house.portalUrl}/keys`)
  await expect(page.getByRole('table')).toBeVisible()
  const { heard } = await heardBy(page)
  const [, token] = /Bearer ([\w.-]+)/.exec(heard) ?? []
  expect(token).toBeDefined()
  const status = await page.evaluate(
    async ({ url, token: stolen, appId }) => {
      const answer = await fetch(`${url}/v1/keys`, {
        method: 'POST',
        headers: { authorization: `Bearer ${stolen}`, 'content-type': 'application/json' },
        body: JSON.stringify({ appId, label: 'Stolen', scopes: ['keys:read'] }),
      }).catch(() => undefined)
      return answer?.status ?? 'blocked'
    },
    { url: house.url, token, appId: house.app.id },
  )
  expect([403, 'blocked']).toContain(status)
  await page.reload()
  await expect(page.getByRole('table')).toBeVisible()
  await expect(page.getByRole('row', { name: 'Stolen' })).toHaveCount(0)
})

test('EM-4 Escape closes our frame from within, and the focus returns', async ({ page, house }) => {
  await page.goto(`${house.portalUrl}/keys`)
  await expect(page.getByRole('button', { name: 'Issue key' })).toBeVisible()
  await tabTo(page, 'Issue key')
  await page.keyboard.press('Enter')
  await expect(page.frameLocator('iframe').getByLabel('Label')).toBeVisible()
  await tabTo(page, 'Label')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await focusedIn(page)).toContain('Issue key')
})

test('KY-1 the secret is not lost to Escape or the dialog’s own button, in the portal', async ({
  page,
  house,
}) => {
  await page.goto(`${house.portalUrl}/keys`)
  await page.getByRole('button', { name: 'Issue key' }).click()
  const frame = await framedForm(page)
  await issueIn(frame)
  await frame.getByRole('button', { name: 'Show', exact: true }).press('Escape')
  await answerWhetherStored(page)
})

test('KY-1 nor in the shell, where nobody is in between', async ({ page, signIn }) => {
  await signIn('owner')
  await page.getByRole('link', { name: 'API keys' }).click()
  await page.getByRole('button', { name: 'Issue key' }).click()
  await issueIn(page)
  const show = page.getByRole('button', { name: 'Show', exact: true })
  // A browser closes by itself at the second Escape in a row; the dialog is there again.
  for (let presses = 0; presses < 3; presses += 1) await show.press('Escape')
  await answerWhetherStored(page)
})

test('KY-1 nor to the way back, which is asked about as well', async ({ page, signIn }) => {
  await signIn('owner')
  await page.getByRole('link', { name: 'API keys' }).click()
  await page.getByRole('link', { name: 'Logs' }).click()
  await page.getByRole('link', { name: 'API keys' }).click()
  await page.getByRole('button', { name: 'Issue key' }).click()
  await issueIn(page)
  await page.evaluate(() => history.back())
  await answerWhetherStored(page)
  expect(new URL(page.url()).pathname).toBe('/keys')
  await page.goBack()
  expect(new URL(page.url()).pathname).toBe('/logs')
})

async function issueIn(form: Page | FrameLocator): Promise<void> {
  await form.getByLabel('Label').fill(`Held ${Date.now()}`)
  await form.getByLabel(/^apps:read/).check()
  await form.getByRole('button', { name: 'Issue key', exact: true }).last().click()
  await expect(form.getByRole('button', { name: 'Show', exact: true })).toBeVisible()
}

/** The question stands; going back keeps the secret, and the dialog's own button asks again. */
async function answerWhetherStored(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog')
  const question = dialog.getByRole('alert').filter({ hasText: 'Have you stored it?' })
  await expect(question).toBeVisible()
  await question.getByRole('button', { name: 'Go back' }).click()
  await expect(question).toBeHidden()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await question.getByRole('button', { name: 'I have stored it' }).click()
  await expect(dialog).toHaveCount(0)
}

test.describe('a page that is not registered', () => {
  test.use({ provokes: /third party: http:\/\/evil\.test|frame-ancestors|Framing/ })

  test('EM-2 cannot frame what shows secrets', async ({ page, house }) => {
    const { embedId } = await house
      .api(house.app.apiKey)
      .apps.show({ params: { id: house.app.id } })
    await page.route('http://evil.test/', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<iframe src="${house.url}/embed/frame/${embedId}"></iframe>`,
      }),
    )
    await page.goto('http://evil.test/')
    await expect.poll(() => page.frames().length).toBe(2)
    const frame = page.frames()[1]!
    await expect.poll(() => frame.url()).toMatch(/^chrome-error:/)
  })
})

function reachIntoFrames(): string[] {
  const frames: string[] = []
  const look = (root: Document | ShadowRoot) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) look(element.shadowRoot)
      if (!(element instanceof HTMLIFrameElement)) continue
      try {
        frames.push(element.contentWindow?.document.body.innerText ?? 'out of reach')
      } catch {
        frames.push('out of reach')
      }
    }
  }
  look(document)
  return frames
}
