/** What was asked with the keys of an app, counted from the request log. */
import { z } from 'zod'
import { Id, Instant } from './values.ts'

export const activityDays = 7

const Figures = z.object({
  requests: z.number().int(),
  errors: z.number().int().describe('Answered with 4xx or 5xx'),
  serverErrors: z.number().int().describe('Of those, answered with 5xx'),
  p50Ms: z
    .number()
    .nullable()
    .describe('Half of the requests took no longer; within 5 %, null where there were none'),
  p95Ms: z.number().nullable(),
  eventsDelivered: z
    .number()
    .int()
    .describe('Brought to the webhook endpoints of the app, and answered with 2xx'),
})

export const AppActivity = z
  .object({
    appId: Id,
    asOf: Instant,
    days: z
      .array(z.object({ day: z.iso.date(), ...Figures.shape }))
      .describe('Each day of the last 7 in UTC, the oldest first, those without requests too'),
    total: Figures,
  })
  .meta({ id: 'AppActivity' })
export type AppActivity = z.output<typeof AppActivity>
export type ActivityFigures = z.output<typeof Figures>
