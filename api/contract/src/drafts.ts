/** What somebody is writing and has not finished: kept for them alone, and there again on any device. */
import { z } from 'zod'
import { del, get, put } from './endpoint.ts'
import { Page, pageOf } from './page.ts'
import { Instant, text } from './values.ts'

const Kind = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*$/, 'must be a name like "projects.create"')
  .describe('What is written: `projects.create`, `cases.note`')
const Key = text(120).describe('Which one of that kind: the id of what it is about, or `new`')
const DraftParams = z.strictObject({ kind: Kind, key: Key })

export const DraftHead = z
  .object({
    kind: Kind,
    key: z.string(),
    revision: z.number().int().describe('1 where it was saved first'),
    savedAt: Instant,
    expiresAt: Instant.describe('30 days after it was saved last it is forgotten'),
  })
  .meta({ id: 'DraftHead' })
export type DraftHead = z.output<typeof DraftHead>

const Content = z
  .record(z.string().max(100), z.unknown())
  .describe('What was written, as whoever writes it lays it out; read by nobody else')

export const Draft = DraftHead.extend({ content: Content }).meta({ id: 'Draft' })
export type Draft = z.output<typeof Draft>

export const drafts = {
  list: get('/drafts', {
    access: 'member',
    summary: 'List what you have not finished',
    description: 'The one saved last first; what they say is shown one by one.',
    query: z.strictObject({ ...Page.shape, kind: Kind.optional() }),
    reply: pageOf(DraftHead),
  }),
  show: get('/drafts/{kind}/{key}', {
    access: 'member',
    summary: 'Show a draft of yours',
    params: DraftParams,
    reply: z.object({ draft: Draft.nullable().describe('Null where there is none') }),
  }),
  save: put('/drafts/{kind}/{key}', {
    access: 'member',
    summary: 'Keep a draft',
    description:
      'Kept sealed, for its writer alone. Name the revision that you saw, 0 where there was none: a newer one, of another device say, is not overwritten. Of more than 100 the one saved longest ago is forgotten.',
    params: DraftParams,
    body: z.strictObject({ content: Content }),
    revised: true,
    reply: DraftHead,
  }),
  drop: del('/drafts/{kind}/{key}', {
    access: 'member',
    summary: 'Forget a draft',
    description:
      'Once it is finished, or not wanted any more. One that is not there is forgotten already.',
    params: DraftParams,
  }),
}
