/** What people set up for themselves: how they prove who they are. It is theirs in every tenant. */
import { z } from 'zod'
import { del, get, patch, post } from './endpoint.ts'
import { Attestation, Factors, PasskeyOptions } from './factors.ts'
import { locales } from './notification-kinds.ts'
import { GivenPassword, NewPassword } from './password.ts'
import { Email, Id, Instant, text } from './values.ts'

const PasskeyParams = z.strictObject({ id: z.string().min(1).max(1400) })
const Reauthentication = z.strictObject({
  password: GivenPassword.optional().describe(
    'Asked for where there is no second factor yet; with one, that is shown again in its place',
  ),
})
const beforeTheFirst =
  'Takes the password of whoever has no second factor yet. Nothing is changed by it yet.'
const beyondTheFirst =
  'The first second factor is added by what was begun with the password. Any further one takes a factor that there is, in a proof of this one call (`Step-Up-Proof`).'
const RecoveryCodes = z.object({
  recoveryCodes: z
    .array(z.string())
    .describe('Ten with the first second factor, shown this once; none with any other'),
})

export const Account = z
  .object({
    name: z.string(),
    email: z.string(),
    newEmail: z
      .string()
      .nullable()
      .describe('Waits to be confirmed by the link that was sent there'),
    locale: z.enum(locales).nullable().describe('In which mails are written; null is English'),
    passwordChangedAt: Instant.nullable(),
  })
  .meta({ id: 'Account' })
export type Account = z.output<typeof Account>

export const account = {
  show: get('/account', {
    access: 'member',
    withoutFactor: true,
    summary: 'Show what one is known by',
    reply: Account,
  }),
  update: patch('/account', {
    access: 'member',
    summary: 'Change the own name or language',
    body: z.strictObject({
      name: text(120).optional(),
      locale: z.enum(locales).optional(),
    }),
    reply: Account,
  }),
  changePassword: post('/account/password', {
    access: 'member',
    summary: 'Change the password',
    description:
      'Every other session of the person ends, in all tenants. A wrong current password is told at `#/current` and counted as at sign-in, one that is not taken at `#/next`. Takes the second factor of whoever has one as well.',
    body: z.strictObject({ current: GivenPassword, next: NewPassword }),
  }),
  changeEmail: post('/account/email', {
    access: 'member',
    summary: 'Ask for another e-mail address',
    description:
      'It is theirs once it is confirmed by the link that is sent there (`auth.confirmEmail`). Whether it belongs to somebody else is told by nothing. Takes a second factor, or the password where there is none. Who comes in by their company’s provider keeps an address of its domains: any other is a conflict.',
    body: Reauthentication.extend({ email: Email }),
    status: 202,
    limit: { requests: 5, seconds: 3600, per: 'principal' },
  }),
  addTenant: post('/account/tenants', {
    access: 'member',
    summary: 'Found one more tenant',
    description: 'Entered by `auth.switchTenant`.',
    body: z.strictObject({ name: text(120) }),
    reply: z.object({ id: Id, name: z.string() }),
    status: 201,
    limit: { requests: 5, seconds: 3600, per: 'principal' },
  }),
  showFactors: get('/account/factors', {
    access: 'member',
    withoutFactor: true,
    summary: 'Show which second factors one has',
    reply: Factors,
  }),
  beginTotp: post('/account/totp', {
    access: 'member',
    withoutFactor: true,
    summary: 'Begin to set up an authenticator app',
    description: beforeTheFirst,
    body: Reauthentication,
    reply: z.object({
      secret: z.string().describe('In base32, to be typed where no QR code can be read'),
      uri: z.string().describe('`otpauth://…`, for a QR code'),
    }),
    secret: true,
  }),
  confirmTotp: post('/account/totp/confirm', {
    access: 'member',
    withoutFactor: true,
    summary: 'Confirm an authenticator app with its first code',
    description: beyondTheFirst,
    body: z.strictObject({
      code: z
        .string()
        .trim()
        .regex(/^\d{6}$/, 'must have six digits'),
    }),
    reply: RecoveryCodes,
    secret: true,
  }),
  removeTotp: del('/account/totp', {
    access: 'member',
    stepUp: 'operation',
    summary: 'Remove the authenticator app',
  }),
  beginPasskey: post('/account/passkeys/options', {
    access: 'member',
    withoutFactor: true,
    summary: 'Begin to make a passkey',
    description: beforeTheFirst,
    body: Reauthentication,
    reply: z.object({ options: PasskeyOptions }),
  }),
  addPasskey: post('/account/passkeys', {
    access: 'member',
    withoutFactor: true,
    summary: 'Add the passkey that was made',
    description: beyondTheFirst,
    body: z.strictObject({ name: text(80), passkey: Attestation }),
    reply: RecoveryCodes,
    status: 201,
    secret: true,
  }),
  renamePasskey: patch('/account/passkeys/{id}', {
    access: 'member',
    summary: 'Rename a passkey',
    params: PasskeyParams,
    body: z.strictObject({ name: text(80) }),
  }),
  removePasskey: del('/account/passkeys/{id}', {
    access: 'member',
    stepUp: 'operation',
    summary: 'Remove a passkey',
    params: PasskeyParams,
  }),
  renewRecoveryCodes: post('/account/recovery-codes', {
    access: 'member',
    stepUp: 'operation',
    summary: 'Make new recovery codes in the place of the old',
    reply: RecoveryCodes,
    secret: true,
  }),
}
