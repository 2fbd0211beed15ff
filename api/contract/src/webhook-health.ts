/** How endpoints do: what came of their attempts over a range, and what waits for them. */
import { z } from 'zod'
import { Instant } from './values.ts'
import { attemptFaults } from './webhook-bounds.ts'

const count = z.number().int()

export const LatencyFigures = z.object({ p50: z.number(), p95: z.number() }).nullable()

/** Figures are kept by minutes for two days, and after that by hours: the ends of what was counted. */
export const FiguresFrom = Instant.describe(
  'What was asked for, or the beginning of its hour, where minutes are not kept any more',
)
export const FiguresTo = Instant.describe(
  'What was asked for, or the end of its hour, where minutes are not kept any more',
)

/** How an endpoint does over a range, and what waits for it now. */
export const EndpointHealth = z
  .object({
    from: FiguresFrom,
    to: FiguresTo,
    attempts: count,
    succeeded: count.describe('Attempts that were answered with 2xx'),
    success: z.number().nullable().describe('Their share, 0 to 1; null where there was no attempt'),
    latencyMs: LatencyFigures.describe('Of the attempts that were answered'),
    backlog: count.describe('Deliveries that wait for an attempt now'),
    isBacklogAtLeast: z.boolean().describe('Where there are so many that not all were counted'),
    oldestAt: Instant.nullable().describe('When the event of the oldest of them happened'),
    heldBackUntil: Instant.nullable().describe(
      'Until when nothing is sent to it, because five deliveries in a row failed, or it asked for time; null where nothing holds them back. `resumeEndpoint` has it tried at once',
    ),
    isOneAtATime: z
      .boolean()
      .describe(
        'Whether one attempt at a time finds out whether it is well again, until one succeeds',
      ),
    failed: count.describe('Deliveries that were given up in the range'),
    skipped: count.describe('Deliveries that were skipped in the range'),
    lastAttemptAt: Instant.nullable(),
    lastStatus: count.nullable(),
    lastFault: z
      .enum(attemptFaults)
      .nullable()
      .describe('Why the last attempt failed; null where it succeeded'),
  })
  .meta({ id: 'WebhookHealth' })
export type EndpointHealth = z.output<typeof EndpointHealth>
