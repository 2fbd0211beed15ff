/** The certificate that we show to an endpoint whose receiver asks who calls: mutual TLS. */
import { z } from 'zod'
import { Instant } from './values.ts'
import { certificatePemMax, certificatesMax, privateKeyPemMax } from './webhook-bounds.ts'

export const NewClientCertificate = z.strictObject({
  certificate: z
    .string()
    .min(1)
    .max(certificatePemMax)
    .describe(
      `PEM: the client certificate first, then those that lead to its CA, each signed by the next, ${certificatesMax} at most`,
    ),
  privateKey: z
    .string()
    .min(1)
    .max(privateKeyPemMax)
    .describe(
      'PEM, without a passphrase: RSA of 2048 to 4096 bits, EC on P-256 or P-384, or Ed25519. It is kept sealed, and never shown again',
    ),
})
export type NewClientCertificate = z.input<typeof NewClientCertificate>

export const ClientCertificate = z
  .object({
    subject: z.string(),
    issuer: z.string(),
    serialNumber: z.string().describe('In hexadecimal digits'),
    fingerprint: z
      .string()
      .describe('SHA-256 of the certificate, in hexadecimal digits with colons'),
    key: z.string().describe('What kind its key is of: `RSA 3072`, `EC P-256`, `Ed25519`'),
    validFrom: Instant,
    validUntil: Instant,
    certificates: z
      .number()
      .int()
      .describe('How many are shown: itself, and those that lead to its CA'),
    since: Instant.describe('When it was set'),
  })
  .meta({ id: 'WebhookClientCertificate' })
export type ClientCertificate = z.output<typeof ClientCertificate>
