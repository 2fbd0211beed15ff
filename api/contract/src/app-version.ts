/** Which version of the API an app speaks, what a newer one would change, and which of its calls that concerns. */
import { z } from 'zod'
import { Id, Instant } from './values.ts'
import { versionCallsDays } from './version-bounds.ts'

export const VersionDate = z.iso.date()

const Deprecation = z
  .object({ since: VersionDate, sunset: VersionDate.nullable() })
  .describe('Since when it is not to be used any more, and from when on it may not work')

const Change = z.object({
  id: z.string(),
  summary: z.string().describe('What is other, and what to do about it'),
  operations: z.array(z.string()).describe('Those that it concerns, like `keys.list`'),
})

const AffectedCall = z.object({
  operation: z.string(),
  method: z.string(),
  path: z.string(),
  version: VersionDate.describe('In which it was asked'),
  requests: z.number().int(),
  lastAt: Instant,
  changes: z.array(z.string()).describe('Which changes since that version concern it'),
  deprecated: Deprecation.nullable().describe('Of the operation, or of the version asked in'),
})

export const AppVersion = z
  .object({
    appId: Id,
    version: VersionDate,
    newest: VersionDate,
    deprecated: Deprecation.nullable(),
    ahead: z
      .array(z.object({ version: VersionDate, changes: z.array(Change) }))
      .describe('The newer versions, the oldest first, each with what it would change'),
    rollBack: z
      .object({ to: VersionDate, until: Instant })
      .nullable()
      .describe('Where it can go back to after an upgrade, and until when'),
    calls: z
      .array(AffectedCall)
      .describe(
        `What its keys asked in the last ${versionCallsDays} days that a newer version would change or that is deprecated, the most often first`,
      ),
  })
  .meta({ id: 'AppVersion' })
export type AppVersion = z.output<typeof AppVersion>

export const VersionUpgrade = z.strictObject({
  version: VersionDate.optional().describe('The newest where it is left out'),
})
export type VersionUpgrade = z.input<typeof VersionUpgrade>
