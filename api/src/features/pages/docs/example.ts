import { optionsOf, resolve, shapeOf, type Field, type Schema, type Schemas } from './schema.ts'

/** Values that tell more than a type does, by the name of their field. */
const telling: Readonly<Record<string, unknown>> = {
  amount: '129.90',
  unitPrice: '64.95',
  quantity: '2',
  currency: 'EUR',
  country: 'DE',
  nationality: 'DE',
  mcc: '5732',
  lastFour: '4242',
  label: 'Billing service',
  secret: 'sq_test_4fJ8…',
  prefix: 'sq_test_4fJ8',
  clientSecret: 'sqe_9aV2…',
  token: 'eyJhbGciOiJFZERTQSJ9…',
  name: 'Northwind checkout',
  email: 'dana@northwind.example',
  origins: ['https://portal.northwind.example'],
  views: ['keys.list', 'logs.list'],
  externalId: 'order-20719',
  customer: 'customer-77',
  method: 'POST',
  path: '/v1/transactions',
  status: 201,
  ip: '203.0.113.7',
  requestId: '0199f0a2-6f6c-7cc5-9a3e-3d1b9a3c5f10',
  module: 'keys',
  version: '1.4.0',
  baseUrl: '/modules/keys/1.4.0/',
  url: 'https://shop.example/webhooks',
  eventType: 'keys.issued',
  eventTypes: ['keys.issued', 'keys.revoked'],
  next: null,
  prev: null,
}

/** Where a name means something else than among most shapes: what a customer is called, an app is not. */
const byShape: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  NewCustomer: { externalId: 'customer-77', name: 'Dana Novak' },
}

const byFormat: Readonly<Record<string, string>> = {
  uuid: '0199f0a2-5d3a-7b41-8c77-0b6f2a1d9e43',
  'date-time': '2026-11-02T09:30:00Z',
  date: '1988-04-12',
  email: 'dana@northwind.example',
  ipv4: '203.0.113.7',
}

/** A value that the schema accepts, as a reader would expect to see it. Optional fields of requests that say little are left out. */
export function exampleOf(schema: Schema, schemas: Schemas, name = ''): unknown {
  const own = resolve(schema, schemas)
  if (own.const !== undefined) return own.const
  if (own.enum) return own.enum[0]
  const options = optionsOf(own)
  if (options) return exampleOfChoice(options, schemas, name)
  if (own.type === 'object') return exampleOfObject(own, schemas, shapeOf(schema))
  // A version of the API is a day, and one of a module is not.
  if (own.format === 'date') return byFormat[own.format]
  if (name in telling) return telling[name]
  if (own.type === 'array') return [exampleOf(own.items ?? {}, schemas, name)]
  if (own.default !== undefined) return own.default
  if (own.type === 'boolean') return true
  if (own.type === 'integer' || own.type === 'number') return 1
  return own.format && own.format in byFormat ? byFormat[own.format] : '…'
}

/** Of several shapes the named one tells most: `NewCustomer` rather than the bare list around it. */
function exampleOfChoice(options: readonly Schema[], schemas: Schemas, name: string): unknown {
  const told = options.findLast((option) => option.$ref) ?? options[0]
  return told && exampleOf(told, schemas, name)
}

function exampleOfObject(
  { properties = {}, required = [] }: Schema,
  schemas: Schemas,
  shape: string,
): unknown {
  const shown = Object.entries(properties).filter(
    ([name]) => required.includes(name) || name in telling,
  )
  return Object.fromEntries(
    shown.map(([name, property]) => [
      name,
      byShape[shape]?.[name] ?? exampleOf(property, schemas, name),
    ]),
  )
}

/**
 * A text that shows how such a field is written, where its type alone does not. `path` is the way to the
 * field, of which the last name counts; `shape` is what the field is of.
 */
export function tellingExample(
  { schema, path, shape = '' }: Pick<Field, 'schema' | 'path' | 'shape'>,
  schemas: Schemas,
): string | undefined {
  const own = resolve(schema, schemas)
  if (own.type !== 'string' || own.enum || own.const !== undefined) return undefined
  const name = path.slice(path.lastIndexOf('.') + 1)
  const example = byShape[shape]?.[name] ?? exampleOf(own, schemas, name)
  return typeof example === 'string' && example !== '…' ? example : undefined
}
