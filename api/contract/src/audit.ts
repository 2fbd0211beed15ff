/** The audit log: every sensitive act, in a chain of hashes that a tenant can verify. */
import { z } from 'zod'
import { get } from './endpoint.ts'
import { Page, pageOf } from './page.ts'
import { Environment, Id, Instant, InstantIn, text } from './values.ts'

export const actorKinds = ['member', 'key', 'embed', 'staff', 'system'] as const

export const Actor = z.object({
  kind: z.enum(actorKinds),
  id: z.string(),
  name: z.string(),
  embed: z
    .object({
      userRef: z.string().nullable(),
      key: z.object({ id: z.string(), label: z.string() }),
    })
    .optional()
    .describe('Of a partner’s page: whose reference sat before it, and what key had opened it'),
})

const Sequence = z.number().int()
const Hash = z.string().describe('SHA-256, in hex')

export const AuditEntry = z
  .object({
    id: Id,
    sequence: z.number().int().describe('Counts from 1 in each tenant, without a gap'),
    at: Instant,
    actor: Actor,
    action: z.string().describe('What was done, named like the event: `keys.issued`'),
    target: z.string().nullable().describe('The id of what it was done to'),
    environment: Environment.nullable().describe('Null where it concerns the tenant as a whole'),
    appId: Id.optional().describe('Left out where it concerns no app, or several'),
    ip: z.string().nullable(),
    userAgent: z.string().nullable(),
    requestId: z.string().nullable(),
    before: z.unknown(),
    after: z.unknown(),
    previousHash: z.string(),
    hash: z
      .string()
      .describe('SHA-256, in hex, over the canonical JSON of all fields but this one'),
  })
  .meta({ id: 'AuditEntry' })
export type AuditEntry = z.output<typeof AuditEntry>

/** What a search and an export are narrowed by; all that is named has to hold. */
const Filter = z.strictObject({
  action: text(80).optional().describe('Exactly this action: `keys.issued`'),
  area: text(40).optional().describe('All actions of an area: `keys`'),
  actorKind: z.enum(actorKinds).optional(),
  actorId: text(200).optional(),
  target: text(200).optional(),
  environment: Environment.optional(),
  appId: Id.optional(),
  ip: text(45).optional(),
  from: InstantIn.optional(),
  to: InstantIn.optional().describe('Entries before this moment'),
  text: z
    .string()
    .min(3)
    .max(100)
    .optional()
    .describe(
      'Stands in what was done (`keys.issued`), in the name of who did it, in the id or the name of what it was done to, or in a value of before or after, in any case of letters. Names of fields are no part of it',
    ),
  orActions: text(3000)
    .optional()
    .describe(
      'Beside `text`: actions, with commas between them, whose entries are found as well. Who puts actions into words of their own finds them by those',
    ),
})

/** What of an entry or a checkpoint does not hold. */
export const auditFaults = [
  'changed',
  'unlinked',
  'missing',
  'head-differs',
  'checkpoint-differs',
  'checkpoint-forged',
] as const
export const AuditFault = z.enum(auditFaults).meta({
  description:
    '`changed`: the content of an entry is not what its hash was made of. `unlinked`: it does not follow the entry before it. `missing`: there is no entry in this place. `head-differs`: the chain ends elsewhere than its head says. `checkpoint-differs`: a signed checkpoint says another hash here. `checkpoint-forged`: a checkpoint was not signed by us.',
})
export type AuditFault = z.output<typeof AuditFault>

export const AuditCheckpoint = z
  .object({
    sequence: Sequence,
    head: Hash.describe('The hash of the entry with this sequence'),
    at: Instant,
    keyId: z.string().describe('Which of the keys of `audit.keys` signed it'),
    signed: z.string().describe('A compact JWS (EdDSA) over `tenant`, `sequence`, `head` and `at`'),
    sentAt: Instant.nullable().describe(
      'When it had arrived outside of this database; null until then, and where no place outside is named',
    ),
  })
  .meta({ id: 'AuditCheckpoint' })
export type AuditCheckpoint = z.output<typeof AuditCheckpoint>

const AuditKey = z
  .object({
    kty: z.literal('OKP'),
    crv: z.literal('Ed25519'),
    x: z.string(),
    kid: z.string(),
    use: z.literal('sig'),
    alg: z.literal('EdDSA'),
  })
  .meta({ id: 'AuditKey' })
export type AuditKey = z.output<typeof AuditKey>

export const audit = {
  search: get('/audit', {
    access: 'audit:read',
    summary: 'Search the audit log',
    description:
      'A key sees what was done in its own app. What concerns several apps, both environments or the tenant as a whole is for members.',
    query: z.strictObject({ ...Page.shape, ...Filter.shape }),
    reply: pageOf(AuditEntry),
  }),
  actions: get('/audit/actions', {
    access: 'audit:read',
    only: 'member',
    summary: 'List the actions in the audit log',
    description: 'Every action that the log of this tenant has an entry of, to narrow a search by.',
    reply: z.object({
      data: z.array(z.object({ action: z.string(), area: z.string() })),
    }),
  }),
  export: get('/audit/export', {
    access: 'audit:read',
    summary: 'Export the audit log',
    description:
      'At once and oldest first, any number of entries, as a file. Its last line is a manifest: how many entries, from which to which sequence, the hash of the last one, and the SHA-256 of all bytes before that line. A file without a manifest is cut short. Without a filter it is what the stand-alone verifier takes. `exports.start` makes the same file in the background: take that for a long log, for it goes on where it stopped.',
    query: Filter.extend({ format: z.enum(['jsonl', 'csv']).default('jsonl') }),
    streams: ['application/jsonl', 'text/csv'],
    limit: { requests: 10, seconds: 60, per: 'principal' },
  }),
  verify: get('/audit/verify', {
    access: 'audit:read',
    only: 'member',
    summary: 'Verify the chain of the audit log',
    description:
      'The chain runs through all apps and environments, so only members may verify it. A long chain is verified in steps: go on from `next` until it is null.',
    query: z.strictObject({
      from: z.coerce.number().int().min(1).default(1).describe('The first sequence to look at'),
      to: z.coerce.number().int().min(1).optional().describe('The last one'),
    }),
    reply: z
      .object({
        intact: z.boolean(),
        entries: z.number().int().describe('How many entries hold, from `from` on'),
        head: z.string().describe('The hash of the newest of them'),
        brokenAt: z
          .number()
          .int()
          .nullable()
          .describe('The first sequence whose hash does not hold'),
        fault: AuditFault.nullable().describe('What is wrong there'),
        checkpoints: z.number().int().describe('How many signed checkpoints fit'),
        next: z.number().int().nullable().describe('Where to go on, if there is more'),
      })
      .meta({ id: 'AuditVerification' }),
  }),
  checkpoints: get('/audit/checkpoints', {
    access: 'audit:read',
    only: 'member',
    summary: 'List the signed checkpoints of the chain',
    description:
      'Newest first. Once one was sent outside of this database, not even whoever owns it can rewrite the chain before it; keep an answer of this yourself where nothing is sent.',
    query: Page,
    reply: pageOf(AuditCheckpoint),
  }),
  keys: get('/audit/keys', {
    access: 'public',
    summary: 'List the keys that sign checkpoints and access reviews',
    description: 'A JSON Web Key Set (RFC 7517), for whoever verifies without asking us.',
    reply: z.object({ keys: z.array(AuditKey) }),
    limit: { requests: 60, seconds: 60, per: 'ip' },
  }),
}
