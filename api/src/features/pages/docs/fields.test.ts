import { expect, test } from '@jest/globals'
import { contract, openapi } from '@sonaqor/contract'
import { exampleOf } from './example.ts'
import { shapes } from './fields.ts'
import type { Schema, Schemas } from './schema.ts'

interface Described {
  readonly components: { readonly schemas: Schemas }
  readonly paths: Readonly<
    Record<
      string,
      { readonly post: { readonly requestBody: { readonly content: Record<string, Content> } } }
    >
  >
}
interface Content {
  readonly schema: Schema
}

const { components, paths } = openapi(contract) as unknown as Described
const bodyOf = (path: string) => paths[path]!.post.requestBody.content['application/json']!.schema

test.each([
  ['/v1/customers', 'NewCustomer'],
  ['/v1/transactions', 'NewTransaction'],
])(
  'SU-4: of %s one that is sent in is described field by field, and then many of it',
  (path, name) => {
    const [one, many, ...more] = shapes(bodyOf(path), components.schemas).map(({ text }) => text)
    expect(one).toContain(`<p class="shape">${name}</p>`)
    expect(one).toContain('<code>externalId</code>')
    expect(many).toContain('<p class="shape">or many of them</p>')
    expect(many).toContain(`list of ${name}`)
    expect(many).not.toContain('items[].')
    expect(more).toEqual([])
  },
)

test('SU-4: the example of a customer is a person, and no app or order', () => {
  expect(exampleOf(bodyOf('/v1/customers'), components.schemas)).toMatchObject({
    externalId: 'customer-77',
    name: 'Dana Novak',
  })
  const [one = { text: '' }] = shapes(bodyOf('/v1/customers'), components.schemas)
  expect(one.text).toContain('customer-77')
  expect(one.text).not.toContain('order-20719')
})
