/** How people prove a second factor, and what they have set up to do so with. */
import { z } from 'zod'
import { Instant } from './values.ts'

const base64url = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[\w-]*$/, 'must be base64url')

const Extensions = z.record(z.string().max(64), z.unknown())
const Attachment = z.enum(['platform', 'cross-platform']).nullish()

/** What `navigator.credentials.get()` gives, as its `toJSON()` writes it. */
export const Assertion = z
  .strictObject({
    id: base64url(1400),
    rawId: base64url(1400),
    type: z.literal('public-key'),
    response: z.strictObject({
      clientDataJSON: base64url(8000),
      authenticatorData: base64url(8000),
      signature: base64url(8000),
      userHandle: base64url(200).nullish(),
    }),
    authenticatorAttachment: Attachment,
    clientExtensionResults: Extensions,
  })
  .meta({ id: 'PasskeyAssertion' })
export type Assertion = z.output<typeof Assertion>

/** What `navigator.credentials.create()` gives, as its `toJSON()` writes it. */
export const Attestation = z
  .strictObject({
    id: base64url(1400),
    rawId: base64url(1400),
    type: z.literal('public-key'),
    response: z.strictObject({
      clientDataJSON: base64url(8000),
      attestationObject: base64url(40_000),
      authenticatorData: base64url(8000).optional(),
      transports: z.array(z.string().max(32)).max(10).optional(),
      publicKey: base64url(8000).nullish(),
      publicKeyAlgorithm: z.number().optional(),
    }),
    authenticatorAttachment: Attachment,
    clientExtensionResults: Extensions,
  })
  .meta({ id: 'PasskeyAttestation' })
export type Attestation = z.output<typeof Attestation>

/** Options for `PublicKeyCredential.parseRequestOptionsFromJSON()`, or for its counterpart of creation. */
export const PasskeyOptions = z.record(z.string(), z.unknown()).meta({ id: 'PasskeyOptions' })

/** The fields by which one second factor is proved; exactly one of them is sent. */
export const proofFields = {
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/, 'must have six digits')
    .optional()
    .describe('What the authenticator app shows'),
  recoveryCode: z.string().trim().min(10).max(64).optional(),
  passkey: Assertion.optional(),
}

export interface Proof {
  readonly code?: string | undefined
  readonly recoveryCode?: string | undefined
  readonly passkey?: Assertion | undefined
}

/** Refuses a body that proves nothing, or two things at once. */
export function provesOne({ code, recoveryCode, passkey }: Proof): boolean {
  return [code, recoveryCode, passkey].filter((one) => one !== undefined).length === 1
}
export const onePlease = {
  message: 'must be the only one of code, recoveryCode and passkey',
  path: ['code'],
}

/** Names one call, as a refusal of it did: where, and a mark of all that it asks for there. */
export const Operation = z
  .string()
  .max(2000)
  .regex(
    /^(POST|PUT|PATCH|DELETE) \/v1\/\S+$/,
    'must be the `operation` of a problem `step-up-required`',
  )

export const Factors = z
  .object({
    totp: z.object({ since: Instant }).nullable(),
    passkeys: z.array(
      z.object({ id: z.string(), name: z.string(), madeAt: Instant, usedAt: Instant.nullable() }),
    ),
    recoveryCodesLeft: z.number().int(),
  })
  .meta({ id: 'Factors' })
export type Factors = z.output<typeof Factors>
