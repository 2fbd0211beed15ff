/** What people set up for themselves: how they prove who they are. It is theirs in every tenant. */
import { z } from 'zod'
import { del, get, patch, post } from './endpoint.ts'
import { Attestation, Factors, PasskeyOptions } from './factors.ts'
import { text } from './values.ts'

const PasskeyParams = z.strictObject({ id: z.string().min(1).max(1400) })
const Reauthentication = z.strictObject({
  password: z
    .string()
    .min(1)
    .max(128)
    .optional()
    .describe('Asked for with the first second factor; with any other, one has to be shown again'),
})
const RecoveryCodes = z.object({
  recoveryCodes: z
    .array(z.string())
    .describe('Ten with the first second factor, shown this once; none with any other'),
})

export const account = {
  showFactors: get('/account/factors', {
    access: 'member',
    summary: 'Show which second factors one has',
    reply: Factors,
  }),
  beginTotp: post('/account/totp', {
    access: 'member',
    summary: 'Begin to set up an authenticator app',
    body: Reauthentication,
    reply: z.object({
      secret: z.string().describe('In base32, to be typed where no QR code can be read'),
      uri: z.string().describe('`otpauth://…`, for a QR code'),
    }),
    secret: true,
  }),
  confirmTotp: post('/account/totp/confirm', {
    access: 'member',
    summary: 'Confirm an authenticator app with its first code',
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
    summary: 'Begin to make a passkey',
    body: Reauthentication,
    reply: z.object({ options: PasskeyOptions }),
  }),
  addPasskey: post('/account/passkeys', {
    access: 'member',
    summary: 'Add the passkey that was made',
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
