/** Saved views of the logs: a filter under a name, for whoever saved it or for the team. */
import { z } from 'zod'
import { del, get, patch, post } from './endpoint.ts'
import { logViewNameMax } from './log-view-bounds.ts'
import { LogSearch } from './logs.ts'
import { Page, pageOf } from './page.ts'
import { Id, Instant, InstantIn, label } from './values.ts'

/** More are not kept of one member. */
export const logViewsMax = 50

export const LogViewFilter = z.strictObject({
  ...LogSearch.shape,
  from: InstantIn.optional(),
  to: InstantIn.optional(),
  range: z
    .string()
    .max(60)
    .regex(/^[\w.:,~-]+$/, 'must be a span of time such as "7d"')
    .optional()
    .describe('A span of time as a screen has it, `7d` say, which goes with the time'),
})
export type LogViewFilter = z.output<typeof LogViewFilter>

export const LogView = z
  .object({
    id: Id,
    name: z.string(),
    filter: LogViewFilter,
    isShared: z.boolean().describe('Whether the team sees it'),
    isOwn: z.boolean(),
    madeBy: z.object({ id: Id, name: z.string() }),
    savedAt: Instant,
    revision: z.number().int(),
  })
  .meta({ id: 'LogView' })
export type LogView = z.output<typeof LogView>

const ViewParams = z.strictObject({ id: Id })

export const logViews = {
  list: get('/logs/views', {
    access: 'logs:read',
    only: 'member',
    summary: 'List saved views of the logs',
    description: 'Your own and those that the team shares, by name.',
    query: z.strictObject({ ...Page.shape }),
    reply: pageOf(LogView),
  }),
  save: post('/logs/views', {
    access: 'logs:read',
    only: 'member',
    summary: 'Save a view of the logs',
    description: `Each of your views has another name, and you have ${logViewsMax} at most.`,
    body: z.strictObject({
      name: label(logViewNameMax),
      filter: LogViewFilter,
      isShared: z.boolean().default(false),
    }),
    reply: LogView,
    status: 201,
    idempotent: true,
  }),
  change: patch('/logs/views/{id}', {
    access: 'logs:read',
    only: 'member',
    summary: 'Rename, refine, share or unshare a saved view',
    description:
      'What is left out stays as it is. One that the team shares is changed by whoever saved it, or by who may change the team.',
    params: ViewParams,
    body: z.strictObject({
      name: label(logViewNameMax).optional(),
      filter: LogViewFilter.optional(),
      isShared: z.boolean().optional(),
    }),
    reply: LogView,
    revised: true,
    idempotent: true,
  }),
  delete: del('/logs/views/{id}', {
    access: 'logs:read',
    only: 'member',
    summary: 'Delete a saved view',
    params: ViewParams,
    idempotent: true,
  }),
}
