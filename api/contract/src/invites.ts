/** What whoever holds the link of an invitation may do with it. The token stands in its fragment. */
import { z } from 'zod'
import { Session } from './auth.ts'
import { post } from './endpoint.ts'
import { GivenPassword, passwordMin } from './password.ts'
import { Instant, Role, text } from './values.ts'

export const Invitation = z
  .object({
    tenant: z.string(),
    inviter: z.string(),
    email: z.string(),
    role: Role,
    expiresAt: Instant,
    known: z
      .boolean()
      .describe('Whether there is an account with this address: it accepts with its own password'),
    signedIn: z
      .boolean()
      .describe('Whether that account is signed in in this browser: no password is needed then'),
    bySso: z
      .boolean()
      .describe(
        'Whether they come in by the provider of their company alone (`signOn.begin`), and so accept it',
      ),
  })
  .meta({ id: 'Invitation' })
export type Invitation = z.output<typeof Invitation>

const token = z.string().min(1).max(64)
export const invites = {
  show: post('/invites/show', {
    access: 'public',
    summary: 'Look at an invitation',
    description: 'Looking uses nothing up.',
    body: z.strictObject({ token }),
    reply: Invitation,
    limit: { requests: 60, seconds: 60, per: 'ip' },
  }),
  accept: post('/invites/accept', {
    access: 'public',
    summary: 'Accept an invitation',
    description: `Works once. Who has no account yet chooses a name and a password of at least ${passwordMin} characters. Who has one says its password, unless it is signed in in this browser; nothing of it is changed. With a second factor it goes on as a sign-in does, with \`second-factor-required\`. Who has to come in by the provider of their company is refused with \`sso-required\`, and coming in by it accepts the invitation.`,
    body: z.strictObject({
      token,
      name: text(80).optional(),
      password: GivenPassword.optional(),
    }),
    reply: Session,
    limit: { requests: 60, seconds: 60, per: 'ip' },
  }),
}
