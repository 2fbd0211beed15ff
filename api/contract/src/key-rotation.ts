/** Rotating an API key: it stays the key that it is, and gets a new secret. */
import { z } from 'zod'
import { InstantIn } from './values.ts'

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
