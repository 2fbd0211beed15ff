/** What was asked with each API key, counted from the request log. */
import { z } from 'zod'
import { InApp } from './page.ts'
import { Environment, Id, Instant } from './values.ts'

export const usageDays = 7
export const usedKeysAtMost = 20
/** So many can be named at once; an address that names more is too long for some proxies. */
export const namedKeysAtMost = 100

const uuid = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}'

export const UsageFilter = z.strictObject({
  ...InApp.shape,
  keyIds: z
    .string()
    .regex(new RegExp(`^${uuid}(?:,${uuid}){0,${namedKeysAtMost - 1}}$`))
    .optional()
    .describe(
      `These alone, divided by commas, ${namedKeysAtMost} at most; one that is not among those that the caller sees is left out`,
    ),
})

const Figures = z.object({
  requests: z.number().int(),
  errors: z.number().int().describe('Answered with 4xx or 5xx'),
})

export const KeyUsage = z
  .object({
    asOf: Instant,
    keys: z
      .array(
        z.object({
          id: Id,
          appId: Id,
          environment: Environment,
          label: z.string(),
          prefix: z.string(),
          lastFour: z.string(),
          state: z.enum(['active', 'expired', 'revoked']),
          lastUsedAt: Instant.nullable(),
          ...Figures.shape,
          days: z
            .array(z.object({ day: z.iso.date(), ...Figures.shape }))
            .describe('Each day of the last 7 in UTC, the oldest first'),
        }),
      )
      .describe(
        'Those with the most requests first, those that were never used last; 20 at most, unless they are named',
      ),
  })
  .meta({ id: 'KeyUsage' })
export type KeyUsage = z.output<typeof KeyUsage>
