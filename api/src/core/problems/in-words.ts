/** What is wrong with a field, in words that go on from its name: "is required", "must be a string". */
import type { z } from 'zod'

type RawIssue = z.core.$ZodRawIssue

const types: Readonly<Record<string, string>> = {
  string: 'must be a string',
  number: 'must be a number',
  int: 'must be a whole number',
  boolean: 'must be true or false',
  array: 'must be a list',
  object: 'must be an object',
  record: 'must be an object',
}

const formats: Readonly<Record<string, string>> = {
  email: 'must be an e-mail address',
  uuid: 'must be a UUID',
  datetime: 'must be an instant like "2026-01-31T12:00:00Z"',
  date: 'must be a day like "2026-01-31"',
  ipv4: 'must be an IP address',
  ipv6: 'must be an IP address',
  base64: 'must be in base64',
}

const units: Readonly<Record<string, string>> = { string: 'characters', array: 'items' }

/** Given to every parse of what a caller sent; a shape that has words of its own keeps them. */
export function inWords(issue: RawIssue): string {
  const { code, input } = issue
  if (input === undefined && (code === 'invalid_type' || code === 'invalid_value')) {
    return 'is required'
  }
  return (words[code] as (issue: RawIssue) => string)(issue)
}

const words: {
  readonly [C in RawIssue['code']]: (issue: Extract<RawIssue, { code: C }>) => string
} = {
  invalid_type: ({ expected }) => types[expected] ?? 'has a type that is not taken here',
  invalid_value: ({ values }) => oneOf(values),
  too_big: ({ origin, maximum, exact, inclusive }) => {
    const unit = units[origin]
    if (unit) return `must have ${exact ? 'exactly' : 'at most'} ${maximum} ${unit}`
    return `must be ${inclusive === false ? 'less than' : 'at most'} ${maximum}`
  },
  too_small: ({ origin, minimum, exact, inclusive }) => {
    const unit = units[origin]
    if (unit && Number(minimum) === 1 && !exact) return 'must not be empty'
    if (unit) return `must have ${exact ? 'exactly' : 'at least'} ${minimum} ${unit}`
    return `must be ${inclusive === false ? 'more than' : 'at least'} ${minimum}`
  },
  invalid_format: ({ format }) => formats[format] ?? 'does not have the form that is asked for',
  not_multiple_of: ({ divisor }) => `must be a multiple of ${divisor}`,
  unrecognized_keys: () => 'holds fields that are not known',
  invalid_union: (issue) =>
    'options' in issue && Array.isArray(issue.options) && issue.options.length > 0
      ? oneOf(issue.options)
      : 'has none of the shapes that are taken here',
  invalid_key: () => 'holds a name that is not taken here',
  invalid_element: () => 'holds a value that is not taken here',
  custom: () => 'is not valid',
}

const oneOf = (values: readonly unknown[]): string =>
  `must be ${values.length === 1 ? '' : 'one of '}${values.map(quoted).join(', ')}`
const quoted = (value: unknown) => JSON.stringify(value)
