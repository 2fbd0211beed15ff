/** What is deleted stays for a while, so that it can be brought back as it was. */
import { z } from 'zod'
import { Instant } from './values.ts'

/** How long something that was deleted can be restored; then it is purged. */
export const restorableDays = 7

/** The fields of what can be deleted. */
export const Deletion = z.object({
  deletedAt: Instant.nullable().describe('Null for what is there'),
  restorableUntil: Instant.nullable().describe(
    'Until when `restore` brings back what was deleted; null for what is there, and for what was purged',
  ),
})

/** In a list: either what is there or what can be restored, never both. */
export const Deleted = z.strictObject({
  deleted: z
    .enum(['true', 'false'])
    .default('false')
    .describe('`true`: in place of what is there, what was deleted and can be restored'),
})

export const Confirmation = z.strictObject({
  confirm: z
    .string()
    .max(200)
    .optional()
    .describe('The name of what is deleted, needed where active production keys end with it'),
})
