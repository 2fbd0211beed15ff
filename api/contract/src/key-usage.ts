/** What was asked with each API key, counted from the request log. */
import { z } from 'zod'
import { Environment, Id, Instant } from './values.ts'

export const usageDays = 7
export const usedKeysAtMost = 20

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
      .describe('Those with the most requests first, 20 at most; those that were never used last'),
  })
  .meta({ id: 'KeyUsage' })
export type KeyUsage = z.output<typeof KeyUsage>
