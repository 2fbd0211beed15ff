/** What a key is held to beside its scopes: from where it is taken, how often, and until when. */
import { z } from 'zod'
import { keyScopes } from './access.ts'
import { IpRange } from './apps.ts'
import { requestsPerMinuteMax } from './key-pace.ts'
import { InstantIn, label } from './values.ts'

export const keyIpRangesMax = 50

export const KeyIpAllowlist = z
  .array(IpRange)
  .max(keyIpRangesMax)
  .describe(
    'IPv4 and IPv6, single addresses too; from everywhere where it is empty. What the list of its app does not hold is refused all the same. They come back as they are kept: without what stands behind the prefix, and each once',
  )

export const RequestsPerMinute = z
  .number()
  .int()
  .min(1)
  .max(requestsPerMinuteMax)
  .nullable()
  .describe(
    'How many requests a minute the key may make, over all of its secrets, operations and embed sessions; null for what every key may. A key that has such a bound issues no others, and no key makes a bound wider',
  )

/** What is left out stays as it is. */
export const KeyChange = z.strictObject({
  label: label(80).optional(),
  scopes: z
    .array(z.enum(keyScopes))
    .min(1)
    .max(keyScopes.length)
    .refine((list) => new Set(list).size === list.length, 'must not name a scope twice')
    .optional()
    .describe('Those that it keeps: a key is narrowed and never gains a scope'),
  ipAllowlist: KeyIpAllowlist.optional(),
  requestsPerMinute: RequestsPerMinute.optional(),
  expiresAt: InstantIn.nullable()
    .optional()
    .describe(
      'When the key ends from now on, null for never; the old secret of a rotation ends no later. No key lets one end later than it does',
    ),
  confirm: z
    .boolean()
    .optional()
    .describe(
      'Whether a key may shut its own address out, or bring its own end nearer, which are conflicts otherwise',
    ),
})
export type KeyChange = z.input<typeof KeyChange>
