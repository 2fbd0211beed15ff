/** The people of the demo world, for the sign-in page. Nothing is there unless the demo is on. */
import { z } from 'zod'
import { get } from './endpoint.ts'
import { Role } from './values.ts'

export const DemoPerson = z
  .object({
    tenant: z.string(),
    name: z.string(),
    role: Role,
    email: z.string(),
    password: z.string(),
    code: z
      .string()
      .optional()
      .describe('What the authenticator app of whoever has one shows now; they are asked for it'),
  })
  .meta({ id: 'DemoPerson' })
export type DemoPerson = z.output<typeof DemoPerson>

export const demo = {
  people: get('/demo/people', {
    access: 'public',
    summary: 'List the people of the demo',
    reply: z.object({ data: z.array(DemoPerson) }),
    internal: true,
    limit: { requests: 120, seconds: 60, per: 'ip' },
  }),
}
