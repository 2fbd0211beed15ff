import { expect, test } from '@jest/globals'
import { globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)
const { compileCatalogue } = require('./catalogue.cjs') as {
  compileCatalogue(source: string, file: string): string
}
const { argumentsOf, compileMessage } = require('./message.cjs') as {
  argumentsOf(message: string): ReadonlySet<string>
  compileMessage(message: string): string
}
const { inlineTexts } = require('./inline.cjs') as {
  inlineTexts(source: string, open: (path: string) => { source: string; file: string }): string
}
const readCatalogue = require('./read.cjs') as (
  source: string,
  file: string,
) => readonly { readonly name: string; readonly message: string }[]

const root = join(import.meta.dirname, '../../..')
const english = globSync(
  '{storybook/ui,shell,shell/embed,shell/module,mfe-*}/src/{,*/}texts/en.ts',
  {
    cwd: root,
  },
)

const read = (file: string): ReadonlyMap<string, string> => {
  const source = readFileSync(join(root, file), 'utf8')
  return new Map(readCatalogue(source, file).map(({ name, message }) => [name, message]))
}

test.each(english)('Quality: %s says the same in every language, with the same values', (file) => {
  const ours = read(file)
  const others = globSync(`${dirname(file)}/[a-z][a-z].ts`, { cwd: root }).filter(
    (other) => other !== file,
  )
  expect(others).toContain(join(dirname(file), 'de.ts'))

  for (const other of others) {
    const theirs = read(other)
    expect([other, [...theirs.keys()].toSorted()]).toEqual([other, [...ours.keys()].toSorted()])
    for (const [name, message] of ours) {
      const translated = theirs.get(name) ?? ''
      expect([other, name, argumentsOf(translated)]).toEqual([other, name, argumentsOf(message)])
      expect([other, name, translated.trim()]).not.toEqual([other, name, ''])
    }
  }
})

test('Quality: a catalogue becomes names and words, without a parser for the browser', () => {
  const source = "import { text } from './text.ts'\nexport const copy = text('Copy {what}')"
  expect(compileCatalogue(source, join(root, 'storybook/ui/src/texts/en.ts'))).toBe(
    'export const copy = ["ui.copy", (v, f) => "Copy " + f.value(v.what)]',
  )
})

test('Quality: what a catalogue cannot hold is refused with the place and the way out', () => {
  expect(() => compileCatalogue("export const a = 'b'", 'texts/en.ts')).toThrow(
    /texts\/en\.ts: a catalogue holds lines like/,
  )
  expect(() => compileMessage('{n, plural, one {x}}')).toThrow(/other/)
  expect(() => compileMessage('{at, date, short}')).toThrow(/RelativeTime/)
})

test('Quality: a part of the page carries the words that it says, and no others', () => {
  const catalogue = {
    file: join(root, 'storybook/ui/src/texts/en.ts'),
    source: "export const copy = text('Copy {what}')\nexport const close = text('Close')",
  }
  const lead = "import * as texts from '../texts/en.ts'\n"
  const said = (body: string) => inlineTexts(lead + body, () => catalogue)
  expect(said('// texts\nsay(texts.copy, { what, texts: all.texts.copy }, "texts.copy")')).toBe(
    '\n// texts\nsay(["ui.copy", (v, f) => "Copy " + f.value(v.what)], { what, texts: all.texts.copy }, "texts.copy")',
  )
  expect(said("import * as more from './texts/en.ts'\nsay(texts.close, more.close)")).toBe(
    '\n\nsay(["ui.close", "Close"], ["ui.close", "Close"])',
  )
  expect(said('say(texts.close); say(texts.close)')).toBe(
    '\nsay(["ui.close", "Close"]); say(["ui.close", "Close"])',
  )
  for (const body of ['all(texts)', 'all({ texts })', 'say(texts[name])', 'say(texts.unknown)']) {
    expect(said(body)).toBe(lead + body)
  }
  expect(inlineTexts('say(copy)', () => catalogue)).toBe('say(copy)')
})
