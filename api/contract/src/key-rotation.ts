/** Rotating an API key: it stays the key that it is, and gets a new secret. */
import { z } from 'zod'
import { Id, Instant, InstantIn } from './values.ts'

/** How long the old secret goes on working beside the new one, in seconds. */
export const overlapSeconds = { now: 0, '1h': 3600, '24h': 86_400, '7d': 604_800 } as const
export type Overlap = keyof typeof overlapSeconds
export const overlaps = Object.keys(overlapSeconds) as [Overlap, ...Overlap[]]

export const Rotation = z.strictObject({
  overlap: z
    .enum(overlaps)
    .describe(
      'How long the old secret works beside the new one; `now` ends it with this very request. It never outlives the expiry that the key had',
    ),
  expiresAt: InstantIn.nullable()
    .optional()
    .describe(
      'When the key expires from now on, null for never. Left out, it expires when it did before',
    ),
})
export type Rotation = z.input<typeof Rotation>

/** How many users of an old secret are remembered, those that were seen last. */
export const oldSecretUsersMost = 200

const Used = {
  requests: z.number().int(),
  lastUsedAt: Instant.nullable(),
}

export const KeyRotation = z
  .object({
    keyId: Id,
    asOf: Instant,
    rotatedAt: Instant.nullable().describe('When the key was rotated last'),
    newSecret: z
      .object({ prefix: z.string(), lastFour: z.string(), ...Used })
      .describe('Its requests are counted while the old one works'),
    oldSecret: z
      .object({ prefix: z.string(), lastFour: z.string(), endsAt: Instant, ...Used })
      .nullable()
      .describe('As long as it works'),
    users: z
      .array(
        z.object({
          ip: z.string(),
          userAgent: z.string().nullable().describe('The first 200 characters of it'),
          method: z.string(),
          path: z
            .string()
            .nullable()
            .describe(
              'As the operation has it, such as `/v1/keys/{id}`; null where it leads nowhere',
            ),
          requests: z.number().int(),
          firstAt: Instant,
          lastAt: Instant,
        }),
      )
      .describe('Who uses the old secret, the last seen first, 200 at most'),
    safeToEnd: z
      .boolean()
      .describe('Whether ending the old secret now cuts nobody off, as far as its use tells'),
    because: z
      .enum(['no-overlap', 'still-used', 'new-unused', 'quiet'])
      .describe(
        '`no-overlap`: no old secret works. `still-used`: the old one was used within `quietSeconds`, or has not been watched for as long, or an embed session that it opened is still live. `new-unused`: it was not used, but nobody has used the new one either. `quiet`: it was not used, and the new one is',
      ),
    quietSeconds: z
      .number()
      .int()
      .nullable()
      .describe(
        'How long nobody may use the old secret before it is safe to end: a quarter of the overlap, a day at most',
      ),
    unusedSince: Instant.nullable().describe(
      'When the old secret was used last, or the key was rotated',
    ),
    safeFrom: Instant.nullable().describe(
      'When it is safe to end it, if nobody uses it any more and its embed sessions run their full time',
    ),
  })
  .meta({ id: 'KeyRotation' })
export type KeyRotation = z.output<typeof KeyRotation>
