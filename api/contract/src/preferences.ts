/** What somebody has chosen of the dashboard, on whichever device: how it looks, and where they look. */
import { z } from 'zod'
import { get, patch } from './endpoint.ts'
import { locales } from './notification-kinds.ts'
import { Environment, Id } from './values.ts'

export const themes = ['light', 'dark', 'auto'] as const

const chosen = {
  theme: z.enum(themes).describe('`auto`: as the system of each device has it'),
  language: z
    .enum([...locales, 'auto'])
    .describe('Of the dashboard; mails have one of their own. `auto`: as each browser asks for it'),
  singleKeys: z.boolean().describe('Whether keys do something without Ctrl or ⌘'),
  environment: Environment.describe('The one looked at last in this tenant'),
  projectId: Id.nullable().describe(
    'The project that is looked at alone in this tenant; null is all of them',
  ),
}

export const DashboardPreferences = z
  .object(chosen)
  .partial()
  .describe('What was never chosen is left out')
  .meta({ id: 'DashboardPreferences' })
export type DashboardPreferences = z.output<typeof DashboardPreferences>

export const preferences = {
  show: get('/preferences', {
    access: 'member',
    withoutFactor: true,
    summary: 'Show what you have chosen of the dashboard',
    description:
      'Theme, language and keys are the person’s, in every tenant; environment and project are those of this one.',
    reply: DashboardPreferences,
  }),
  save: patch('/preferences', {
    access: 'member',
    withoutFactor: true,
    summary: 'Keep what you have chosen of the dashboard',
    description:
      'Changes what is named and leaves the rest, so that two devices never undo what only the other one chose. Of the same choice the last one holds.',
    body: z.strictObject(chosen).partial(),
    reply: DashboardPreferences,
  }),
}
