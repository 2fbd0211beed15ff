import { expect, test } from '@jest/globals'
import { layOut, tokensOf } from './json-tokens.ts'

test('JSON is laid out over lines, and what is no JSON stays as it came', () => {
  expect(layOut('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}')
  expect(layOut('{"a":[1')).toBe('{"a":[1')
})

test('keys, texts, numbers and words are told apart, also where they look alike', () => {
  const kinds = tokensOf('{"true": "a \\" 1", "n": -1.5e3, "ok": true, "no": null}')
    .filter(({ kind }) => kind !== 'plain')
    .map(({ kind, text }) => `${kind} ${text}`)
  expect(kinds).toEqual([
    'key "true"',
    'string "a \\" 1"',
    'key "n"',
    'number -1.5e3',
    'key "ok"',
    'word true',
    'key "no"',
    'word null',
  ])
})

test('nothing of a text is lost, whatever it is', () => {
  for (const text of ['', 'plain', '{"a": tru', '"\\', '<html>1</html>']) {
    expect(
      tokensOf(text)
        .map((token) => token.text)
        .join(''),
    ).toBe(text)
  }
})
