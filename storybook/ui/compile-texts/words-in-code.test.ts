import { expect, test } from '@jest/globals'
import { parseSync } from '@swc/core'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')
/** `token-meanings` describes the tokens to whoever works on them, in Storybook alone. */
const others = /\.(test|stories)\.tsx?$|\/testing\/|\/testing\.ts$|\/texts\/|token-meanings/
const files = globSync('{storybook/ui/src,shell/src,shell/module/src,mfe-*/src}/**/*.{ts,tsx}', {
  cwd: root,
}).filter((file) => !others.test(file))

/** What people read or hear of an element. */
const spoken = new Set(
  'aria-label aria-description alt placeholder title label hint purpose caption what to'.split(' '),
)

/** The same in every language. */
const names = new Set(['Sonaqor', 'ms', 'Ctrl', 'Esc', 'K', 'English', 'Deutsch'])

/** What a table of words in code calls them. */
const told = new Set(['title', 'label', 'purpose', 'hint', 'reason', 'advice', 'detail', 'word'])

interface Node {
  readonly type?: string
  readonly value?: unknown
  readonly name?: { readonly value?: string }
  readonly key?: { readonly value?: string }
  readonly [field: string]: unknown
}

function wordsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(wordsIn)
  if (typeof node !== 'object' || node === null) return []
  return [ownWordOf(node as Node), ...Object.values(node).flatMap(wordsIn)].filter(isWord)
}

function ownWordOf({ type, value, name, key }: Node): string {
  if (type === 'JSXText') return String(value).trim()
  const isSaid =
    (type === 'JSXAttribute' && spoken.has(name?.value ?? '')) ||
    (type === 'KeyValueProperty' && told.has(key?.value ?? ''))
  return isSaid && isString(value) ? value.value : ''
}

const isString = (value: unknown): value is { value: string } =>
  typeof value === 'object' && value !== null && Reflect.get(value, 'type') === 'StringLiteral'

/** A scope or an address is written alike everywhere, too. */
const isWord = (text: string) =>
  /\p{L}{2}/u.test(text) && !/^([a-z]+:|\/)\S+$/.test(text) && !names.has(text)

test('Quality: every word of the screen stands in a catalogue, and none in the code', () => {
  const found = files.flatMap((file) => {
    const source = readFileSync(join(root, file), 'utf8')
    const tsx = file.endsWith('.tsx')
    const tree = parseSync(source, { syntax: 'typescript', tsx, target: 'es2023' })
    return wordsIn(tree).map((word) => `${file}: ${word}`)
  })
  expect(found).toEqual([])
})

test('Quality: a word in the code would be found', () => {
  const tree = parseSync(
    'const a = <b title="Close">Two words {say(x)}</b>; const b = { label: `x`, hint: \'Three\' }',
    {
      syntax: 'typescript',
      tsx: true,
    },
  )
  expect(wordsIn(tree)).toEqual(['Close', 'Two words', 'Three'])
})
