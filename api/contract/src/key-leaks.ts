/** API keys that were found where they do not belong, and what a pasted key is. */
import { z } from 'zod'
import { text } from './values.ts'

/** As it was found; what stands around it does no harm. */
export const FoundKey = z.string().trim().min(1).max(200)

export const LeakReport = z.strictObject({
  key: FoundKey.describe('The whole secret. It is not kept, and stands in no log'),
  url: z
    .url({ protocol: /^https?$/ })
    .max(1000)
    .optional()
    .describe('Where it was found; the owners of the key are told'),
})
export type LeakReport = z.input<typeof LeakReport>

export const LeakReceipt = z
  .object({
    received: z
      .literal(true)
      .describe('Nothing more: whether the key exists is the business of its owners alone'),
  })
  .meta({ id: 'LeakReceipt' })
export type LeakReceipt = z.output<typeof LeakReceipt>

/** As GitHub's secret scanning sends it to its partners; it may send more. */
export const GithubMatches = z
  .array(
    z.object({
      token: z.string().max(1000),
      type: text(200),
      url: z.string().max(5000).nullish(),
      source: z.string().max(200).nullish(),
    }),
  )
  .max(500)

/** As GitHub wants to hear of it. */
export const GithubFeedback = z
  .array(
    z.object({
      token_hash: z.string().describe('SHA-256 of the token, in base64'),
      token_type: z.string(),
      label: z.enum(['true_positive', 'false_positive']),
    }),
  )
  .meta({ id: 'GithubFeedback' })
