/** What a key is held to beside its scopes: from where it is taken, and how often. */
import { z } from 'zod'
import { keyScopes } from './access.ts'
import { IpRange } from './apps.ts'
import { text } from './values.ts'

export const keyIpRangesMax = 50
/** What each principal may ask in a minute in any case. */
export const requestsPerMinuteMax = 3000

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
  label: text(80).optional(),
  scopes: z
    .array(z.enum(keyScopes))
    .min(1)
    .max(keyScopes.length)
    .refine((list) => new Set(list).size === list.length, 'must not name a scope twice')
    .optional()
    .describe('Those that it keeps: a key is narrowed and never gains a scope'),
  ipAllowlist: KeyIpAllowlist.optional(),
  requestsPerMinute: RequestsPerMinute.optional(),
  confirm: z
    .boolean()
    .optional()
    .describe('Whether a key may shut its own address out, which is a conflict otherwise'),
})
export type KeyChange = z.input<typeof KeyChange>
