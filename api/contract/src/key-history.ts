/** What became of an API key: its share of the audit log, for whoever may see the key. */
import { z } from 'zod'
import { Id, Instant } from './values.ts'

/** So many are shown, the newest; all of them stand in the audit log. */
export const keyHistoryMost = 100

/** As the key has it: a label, a moment, a number, or a list; null where there was no bound. */
const Value = z.union([z.string(), z.number().int(), z.array(z.string())]).nullable()

const Change = z.object({
  field: z.enum(['label', 'scopes', 'ipAllowlist', 'requestsPerMinute', 'expiresAt']),
  from: Value,
  to: Value,
})

export const KeyHistory = z
  .object({
    keyId: Id,
    events: z
      .array(
        z.object({
          id: Id,
          at: Instant,
          what: z
            .enum([
              'issued',
              'updated',
              'rotated',
              'overlap-ended',
              'revoked',
              'expired',
              'leak-reported',
              'reminded',
              'used-from-new-ip',
              'shut-out',
            ])
            .describe('As the audit log names it behind `keys.`'),
          by: z
            .string()
            .nullable()
            .describe('The name of who did it; null where nobody of yours did, or the key itself'),
          ip: z
            .string()
            .nullable()
            .describe('Of `used-from-new-ip` and `shut-out`: the address that it was sent from'),
          changes: z
            .array(Change)
            .nullable()
            .describe('Of `updated` and `rotated`: which fields were changed, from what to what'),
          leak: z
            .object({
              by: z.enum(['report', 'github']).describe('Whoever found it, or GitHub'),
              url: z
                .string()
                .nullable()
                .describe('Where it was found, as the finder says; nobody has looked at it'),
              secret: z.enum(['newest', 'old']).describe('Which of its secrets it was'),
            })
            .nullable()
            .describe('Of `leak-reported`'),
          reminder: z
            .object({
              days: z.number().int().describe('How many were left before its expiry'),
              told: z.number().int().describe('How many members were told'),
            })
            .nullable()
            .describe('Of `reminded`'),
        }),
      )
      .describe('The newest first, 100 at most'),
  })
  .meta({ id: 'KeyHistory' })
export type KeyHistory = z.output<typeof KeyHistory>
