/** The partner's portal before an app of production, for what nobody may do from such a page. */
import type { Page } from '@playwright/test'
import type { House } from './house.ts'

const views = ['keys.list', 'keys.issue', 'keys.rotate']
const scopes = ['keys:read', 'keys:write', 'apps:read'] as const

/** Makes an app of production with a key in it, and lets the portal's page open sessions of that app. */
export async function embedProduction(page: Page, house: House, label: string): Promise<void> {
  const { email, password } = house.member('developer')
  const { token } = await house.api().auth.signIn({ body: { email, password } })
  const api = house.api(token)
  const project = await api.projects.create({ body: { name: `Production of ${label}` } })
  const origins = [new URL(house.portalUrl).origin]
  const app = await api.apps.create({
    body: { projectId: project.id, name: 'Checkout', environment: 'production', origins },
  })
  const { secret } = await api.keys.issue({
    body: { appId: app.id, label: 'Server', scopes: ['embeds:create', ...scopes] },
  })
  await api.keys.issue({ body: { appId: app.id, label, scopes: ['keys:read'] } })
  const server = house.api(secret)
  await page.route('**/sonaqor-session', async (route) => {
    const user = { ref: 'm-1', name: 'Ada Marsh' }
    const { clientSecret } = await server.embeds.createSession({
      body: { views, scopes: [...scopes], origins, user },
    })
    await route.fulfill({ json: { clientSecret } })
  })
}
