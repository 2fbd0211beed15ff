import { expect, test } from '@jest/globals'
import { contract, type Endpoint } from '@sonaqor/contract'
import { z } from 'zod'
import { fieldErrors } from './field-errors.ts'
import { inWords } from './in-words.ts'

const shapes = Object.values(contract)
  .flatMap((area) => Object.values<Endpoint>(area))
  .flatMap(({ options: { params, query, body } }) => [params, query, body])
  .filter((shape): shape is z.ZodType => shape !== undefined)

/** Of every type that JSON has, and nested as whatever a shape may ask for. */
const odd = [undefined, null, 0, 1.5, -1, '', 'x', true, [], [1], {}, { '': { x: [null] } }]

test('no fault of any field is told in the words of the parser', () => {
  const fields = new Set(shapes.flatMap((shape) => fieldsOf(shape)))
  const bodies = odd.flatMap((value) => [
    value,
    Object.fromEntries([...fields].map((name) => [name, value])),
  ])
  const details = shapes.flatMap((shape) =>
    bodies.flatMap((body) => {
      const { error } = shape.safeParse(body, { error: inWords })
      return fieldErrors(error?.issues ?? [], 'body').map(({ detail }) => detail)
    }),
  )
  expect(new Set(details).size).toBeGreaterThan(15)
  expect(details.filter((detail) => !/^(is|must|holds|has|does) /.test(detail))).toEqual([])
})

test('SU-3 what tells one of several shapes is refused by the values that are taken', () => {
  const shape = z.discriminatedUnion('of', [
    z.object({ of: z.literal('audit') }),
    z.object({ of: z.literal('logs') }),
  ])
  for (const body of [{}, { of: 'keys' }]) {
    const { error } = shape.safeParse(body, { error: inWords })
    expect(fieldErrors(error!.issues, 'body')).toEqual([
      { detail: 'must be one of "audit", "logs"', pointer: '#/of' },
    ])
  }
})

function fieldsOf(shape: z.ZodType): string[] {
  const { options, shape: fields } = shape.def as { options?: z.ZodType[]; shape?: object }
  return [...Object.keys(fields ?? {}), ...(options ?? []).flatMap(fieldsOf)]
}
