/** Customers: the end-customers of a tenant, as partners send them in. */
import { z } from 'zod'
import { post } from './endpoint.ts'
import { event } from './event.ts'
import { ingestReply, oneOrMany } from './ingest.ts'
import { ingestsPerMinuteMax } from './key-pace.ts'
import { Attributes, Country, Email, ExternalId, Id, InstantIn, text } from './values.ts'

export const Address = z.strictObject({
  line1: text(200).optional(),
  line2: text(200).optional(),
  city: text(100).optional(),
  postalCode: text(20).optional(),
  region: text(100).optional(),
  country: Country.optional(),
})

export const Document = z.strictObject({
  kind: z.enum(['passport', 'nationalId', 'taxId', 'driverLicence', 'registration', 'other']),
  number: text(64),
  country: Country.optional(),
})

export const NewCustomer = z
  .strictObject({
    externalId: ExternalId.describe('Your own id; sending it again updates the customer'),
    kind: z
      .enum(['person', 'organisation'])
      .optional()
      .describe('A new customer is a person unless said otherwise'),
    name: text(200).optional().describe('The full name, where its parts are not known apart'),
    givenName: text(100).optional(),
    familyName: text(100).optional(),
    birthDate: z.iso
      .date()
      .refine((day) => !day.startsWith('0000'), 'must lie in the years 1 to 9999')
      .optional(),
    gender: z.enum(['female', 'male', 'other']).optional(),
    nationality: Country.optional(),
    region: text(64).optional().describe('Where the customer is counted: a name or code of yours'),
    email: Email.optional(),
    phone: text(32).optional(),
    address: Address.optional(),
    documents: z.array(Document).max(10).optional(),
    registeredAt: InstantIn.optional(),
    attributes: Attributes.optional(),
  })
  .meta({ id: 'NewCustomer' })
export type NewCustomer = z.output<typeof NewCustomer>

export const customers = {
  ingest: post('/customers', {
    access: 'customers:ingest',
    only: 'key',
    summary: 'Send in one customer or many',
    description:
      'A customer is known by its `externalId`: a new one is created, a known one is updated with the fields that are sent. Many are answered row by row; a row that is refused stops no other.',
    body: oneOrMany(NewCustomer),
    rows: true,
    reply: ingestReply,
    idempotent: true,
    limit: { requests: ingestsPerMinuteMax, seconds: 60, per: 'principal' },
    bodyMax: 4 * 1024 * 1024,
  }),
}

export const customerEvents = {
  ingested: event(
    'customers.ingested',
    'customers:read',
    z.object({ appId: Id }),
    z.object({ appId: Id, created: z.number().int(), updated: z.number().int() }),
  ),
}
