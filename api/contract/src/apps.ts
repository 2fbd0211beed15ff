/** Apps: the doors of a project. Each belongs to one environment, and so does all that enters by it. */
import { z } from 'zod'
import { get, post } from './endpoint.ts'
import { event } from './event.ts'
import { InApp, Page, pageOf } from './page.ts'
import { Environment, Id, Instant, Origin, text } from './values.ts'

export const App = z
  .object({
    id: Id,
    projectId: Id,
    name: z.string(),
    environment: Environment,
    origins: z.array(z.string()).describe('Web origins that may embed modules of this app'),
    embedId: Id.describe('Public; names the app in the address of our own frame'),
    createdAt: Instant,
    revision: z.number().int(),
  })
  .meta({ id: 'App' })
export type App = z.output<typeof App>

export const NewApp = z.strictObject({
  projectId: Id,
  name: text(80),
  environment: Environment,
  origins: z.array(Origin).max(20).default([]),
})
export type NewApp = z.input<typeof NewApp>

export const apps = {
  list: get('/apps', {
    access: 'apps:read',
    summary: 'List apps',
    query: z.strictObject({ ...InApp.shape, ...Page.shape }),
    reply: pageOf(App),
    embeddable: true,
  }),
  show: get('/apps/{id}', {
    access: 'apps:read',
    summary: 'Show an app',
    params: z.strictObject({ id: Id }),
    reply: App,
    embeddable: true,
  }),
  create: post('/apps', {
    access: 'apps:write',
    only: 'member',
    summary: 'Create an app',
    body: NewApp,
    reply: App,
    status: 201,
    idempotent: true,
  }),
}

export const appEvents = {
  created: event('apps.created', 'apps:read', z.object({ appId: Id, projectId: Id }), App),
}
