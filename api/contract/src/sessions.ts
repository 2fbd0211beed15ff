/** Where a person is signed in, in all of their tenants, and how they end what they do not know. */
import { z } from 'zod'
import { get, post } from './endpoint.ts'
import { Id, Instant } from './values.ts'

export const PersonalSession = z
  .object({
    id: Id,
    tenant: z.object({ id: Id, name: z.string() }),
    startedAt: Instant,
    lastUsedAt: Instant,
    endsAt: Instant,
    ip: z.string().nullable().describe('From where it was last used'),
    userAgent: z.string().nullable(),
    secondFactorAt: Instant.nullable().describe('When it last showed a second factor'),
    current: z.boolean().describe('Whether it is the one that asks'),
  })
  .meta({ id: 'PersonalSession' })
export type PersonalSession = z.output<typeof PersonalSession>

export const sessions = {
  list: get('/sessions', {
    access: 'member',
    withoutFactor: true,
    summary: 'List where one is signed in',
    reply: z.object({ data: z.array(PersonalSession) }),
  }),
  end: post('/sessions/{id}/end', {
    access: 'member',
    withoutFactor: true,
    summary: 'End one of the own sessions',
    description: 'Another than this one takes the second factor of whoever has one.',
    params: z.strictObject({ id: Id }),
  }),
  endOthers: post('/sessions/end-others', {
    access: 'member',
    withoutFactor: true,
    summary: 'End all of the own sessions but this one',
    description: 'Takes the second factor of whoever has one.',
    reply: z.object({ ended: z.number().int() }),
  }),
}
