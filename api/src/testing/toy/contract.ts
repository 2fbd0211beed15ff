/** A contract as small as can be, with one endpoint for each thing that the core promises. */
import { get, post } from '@sonaqor/contract/endpoint'
import { event } from '@sonaqor/contract/event'
import { InApp, Page, pageOf } from '@sonaqor/contract/page'
import { Environment, Id, ScopeName, text } from '@sonaqor/contract/values'
import { z } from 'zod'

export const Note = z.object({ id: Id, appId: Id, environment: Environment, text: z.string() })
const NoteParams = z.strictObject({ id: Id })

export const notes = {
  list: get('/notes', {
    access: 'projects:read',
    summary: 'List notes',
    query: z.strictObject({ ...InApp.omit({ projectId: true }).shape, ...Page.shape }),
    reply: pageOf(Note),
    embeddable: true,
  }),
  show: get('/notes/{id}', {
    access: 'projects:read',
    summary: 'Show a note',
    params: NoteParams,
    reply: Note,
  }),
  write: post('/notes', {
    access: 'projects:write',
    summary: 'Write a note',
    body: z.strictObject({
      appId: Id,
      environment: Environment,
      text: text(80),
      tags: z.array(z.strictObject({ name: text(20) })).optional(),
    }),
    reply: Note,
    status: 201,
    idempotent: true,
    embeddable: true,
  }),
  misbehave: post('/notes/misbehave', {
    access: 'projects:write',
    summary: 'Write a note and then go wrong',
    body: z.strictObject({
      how: z.enum([
        'refuse',
        'crash',
        'break-the-reply',
        'step-aside',
        'wait',
        'swallow-a-fault',
        'die',
        'throw-unheard',
        'reject-unheard',
      ]),
      note: Id,
    }),
    reply: Note,
    idempotent: true,
  }),
  ponder: post('/notes/ponder', {
    access: 'projects:write',
    summary: 'Step aside for a while, and then write a note',
    body: z.strictObject({ note: Id }),
    reply: Note,
    idempotent: true,
  }),
  whisper: post('/notes/whisper', {
    access: 'projects:write',
    summary: 'Show a secret',
    reply: z.object({ secret: z.string() }),
    idempotent: true,
    embeddable: true,
    secret: true,
  }),
}

export const doors = {
  open: get('/doors/open', { access: 'public', summary: 'Stand open' }),
  knock: get('/doors/knock', {
    access: 'projects:read',
    summary: 'Be knocked at forty times a minute',
    limit: { requests: 40, seconds: 60, per: 'principal' },
  }),
  member: post('/doors/member', { access: 'member', summary: 'Let members in' }),
  verify: get('/doors/verify', {
    access: 'projects:read',
    summary: 'Verify the audit log',
    reply: z.unknown(),
  }),
  later: post('/doors/later', {
    access: 'projects:write',
    summary: 'Have a job write a note',
    body: z.strictObject({
      note: Id,
      outcome: z.enum(['done', 'refused', 'failed-once', 'killed-once']).default('done'),
      singleton: z.string().optional(),
      tenantId: Id.optional(),
    }),
  }),
  end: post('/doors/end', {
    access: 'projects:write',
    summary: 'End a principal, a session or a key',
    body: z.strictObject({ id: Id }),
  }),
  prove: post('/doors/prove', {
    access: 'member',
    summary: 'Prove a second factor for one operation',
    body: z.strictObject({ operation: z.string() }),
    reply: z.object({ proof: z.string() }),
  }),
  unlock: post('/doors/{id}/unlock', {
    access: 'projects:write',
    only: 'member',
    stepUp: 'operation',
    idempotent: true,
    summary: 'Unlock a door',
    params: NoteParams,
    query: z.strictObject({ gate: z.string().optional() }),
    body: z.strictObject({ refuse: z.boolean().default(false) }),
  }),
  pass: get('/doors/pass', {
    access: 'projects:read',
    only: 'member',
    stepUp: 'session',
    summary: 'Let pass whoever has just proved a second factor',
  }),
  staff: post('/doors/staff', { access: 'staff', summary: 'Let staff in' }),
}

const NoteRef = z.object({ noteId: Id, appId: Id })
const ConfidedRef = z.object({ noteId: Id, madeBy: Id, scope: ScopeName })
export const noteEvents = {
  written: event('projects.noted', 'projects:read', NoteRef, Note),
  confided: event('projects.confided', 'projects:read', ConfidedRef, z.object({}), {
    id: 'madeBy',
    orScope: 'scope',
  }),
}
