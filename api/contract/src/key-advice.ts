/** Which scopes of an API key are in use, and what a pasted key is. */
import { z } from 'zod'
import { FoundKey } from './key-leaks.ts'
import { Environment, Id, Instant, ScopeName } from './values.ts'

/** What was not used for so long is taken to be needless. */
export const scopeUnusedDays = 30

export const KeyAdvice = z
  .object({
    keyId: Id,
    asOf: Instant,
    watchedSince: Instant.describe('Since when it is counted which scopes the key uses'),
    scopes: z
      .array(
        z.object({
          scope: ScopeName,
          requests: z.number().int().describe('That took it within the last 30 days'),
          lastUsedAt: Instant.nullable(),
          unused: z.boolean().describe('Whether none took it for 30 days'),
        }),
      )
      .describe('Those that the key holds'),
    because: z
      .enum(['watching', 'all-used', 'some-unused', 'none-used'])
      .describe(
        '`watching`: some are unused, and were not watched for 30 days yet. `all-used`: there is nothing to narrow. `some-unused`: the key can be narrowed to `keep`. `none-used`: the key is of no use, and can be revoked',
      ),
    keep: z
      .array(ScopeName)
      .nullable()
      .describe('What to narrow the key to with `keys.update`; null where nothing is advised'),
    certainFrom: Instant.describe('From when on 30 days of it are known'),
  })
  .meta({ id: 'KeyAdvice' })
export type KeyAdvice = z.output<typeof KeyAdvice>

export const KeysAdvised = z
  .object({
    asOf: Instant,
    keys: z
      .array(
        z.object({
          keyId: Id,
          unused: z.number().int().describe('How many of its scopes nothing took for 30 days'),
          of: z.number().int().describe('How many it holds'),
        }),
      )
      .describe('Those alone that are known to hold scopes to no use, 1000 at most'),
  })
  .meta({ id: 'KeysAdvised' })
export type KeysAdvised = z.output<typeof KeysAdvised>

export const PastedKey = z.strictObject({
  key: FoundKey.describe('The whole secret. It is not kept, and stands in no log'),
})

export const keyCheckFields = {
  is: z
    .enum(['no-key', 'damaged', 'unknown', 'known'])
    .describe(
      '`no-key`: nothing that Sonaqor ever issued looks like it. `damaged`: it looks like a key, and its checksum is wrong, as of one that is mistyped or cut. `unknown`: it may be a key, and is none that you see. `known`: it is the key that is told',
    ),
  environment: Environment.nullable().describe('By its first characters'),
  secret: z
    .enum(['newest', 'old', 'ended'])
    .nullable()
    .describe(
      'Of a known key: its secret; the one before the last rotation, which still works; or one that has ended by a rotation',
    ),
  works: z.boolean().nullable().describe('Of a known key: whether requests with it are taken'),
}
