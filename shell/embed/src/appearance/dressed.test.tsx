import { beforeEach, expect, jest, test } from '@jest/globals'
import { kindOf } from './kind-of.ts'
import { dressIn, propertyOf } from './look.ts'
import { designTokens } from './tokens.ts'
import { acceptedOf, isValueOf } from './worn-look.ts'

/** What jsdom does not know of CSS: whether a value is one of a property. */
const known = jest.fn<(property: string, value: string) => boolean>()
let isSystemDark = false
beforeEach(() => {
  isSystemDark = false
  known.mockReturnValue(true)
  Object.assign(globalThis, {
    CSS: { supports: known },
    matchMedia: () => ({ matches: isSystemDark }),
  })
})

const lookOf = (element: HTMLElement) =>
  Object.fromEntries(
    Array.from(element.style).map((name) => [name, element.style.getPropertyValue(name)]),
  )

test('the name of a property follows from that of its token, by rule', () => {
  expect(['accent', 'tableRowHover', 'chartSeries8', 'headingXlSize'].map(propertyOf)).toEqual([
    '--sonaqor-accent',
    '--sonaqor-table-row-hover',
    '--sonaqor-chart-series-8',
    '--sonaqor-heading-xl-size',
  ])
})

test('EM-3: a token that a later look does not name is as the page has it again', () => {
  const element = document.createElement('div')
  element.style.setProperty('--sonaqor-font', 'serif')
  dressIn(element, { tokens: { accent: 'red', radius: '0px' } })
  dressIn(element, { tokens: { accent: 'blue' } })
  expect(lookOf(element)).toEqual({ '--sonaqor-font': 'serif', '--sonaqor-accent': 'blue' })
  dressIn(element)
  expect(lookOf(element)).toEqual({ '--sonaqor-font': 'serif' })
})

test('EM-3: a token whose value is not CSS is left as the page has it, and named once to its developers', () => {
  known.mockImplementation((property, value) => property === 'color' && value === 'red')
  const warn = jest.spyOn(console, 'warn').mockReturnValue()
  const tokens = { text: 'red', accent: 'not a colour;', fontSize: 'red', font: undefined }
  const element = document.createElement('div')
  for (const again of [element, document.createElement('div'), element]) dressIn(again, { tokens })
  expect(lookOf(element)).toEqual({ '--sonaqor-text': 'red' })
  expect(warn.mock.calls).toEqual([
    [expect.stringMatching(/accent.*not a colour;/)],
    [expect.stringMatching(/fontSize.*red/)],
  ])
  warn.mockRestore()
})

test('EM-3: what a token may be follows from its name', () => {
  for (const [token, [kind]] of Object.entries(designTokens)) {
    expect([token, kindOf(token)]).toEqual([token, kind])
  }
})

test('EM-3: what is named for the dark counts in the dark alone, whoever made it dark', () => {
  const element = document.createElement('div')
  const appearance = { tokens: { accent: 'red' }, dark: { accent: 'pink', radius: '2px' } }
  dressIn(element, { ...appearance, theme: 'dark' })
  expect(lookOf(element)).toEqual({ '--sonaqor-accent': 'pink', '--sonaqor-radius': '2px' })
  dressIn(element, { ...appearance, theme: 'light' })
  expect(lookOf(element)).toEqual({ '--sonaqor-accent': 'red' })
  isSystemDark = true
  dressIn(element, appearance)
  expect(lookOf(element)).toEqual({ '--sonaqor-accent': 'pink', '--sonaqor-radius': '2px' })
})

test('EM-3: a frame of ours accepts known tokens, and values of their kind', () => {
  known.mockImplementation((_, value) => value !== 'huge')
  const told = { accent: 'red', radius: 'huge', colour: 'red', toString: 'x', font: 1 }
  expect(acceptedOf(told)).toEqual({ accent: 'red' })
  expect(acceptedOf(undefined)).toEqual({})
  acceptedOf({ fontSize: '15px' })
  expect(known).toHaveBeenLastCalledWith('outline-offset', '15px')
})

test.each([
  'url(https://x.example/a)',
  'URL("//x.example")',
  'image-set("a.png" 1x)',
  'src("a")',
  'var(--secret)',
  'env(secret)',
  'attr(title)',
  String.raw`\75rl(x)`,
  'red; background: url(x)',
  'red } * { color: red',
  'paint(x)',
  'calc(1px + url(x))',
  'a'.repeat(400),
])('EM-4: a frame of ours takes no value that loads, reads or ends something: %s', (value) => {
  expect(isValueOf('font', value)).toBe(false)
})

test('what colours, lengths and shadows are written with is accepted', () => {
  const values = [
    ['colour', 'light-dark(#fff, oklch(from red l c h))'],
    ['colour', 'color-mix(in oklab, red 20%, transparent)'],
    ['length', 'calc(2 * max(4px, 1em))'],
    ['shadow', '0 1px 2px rgb(0 0 0 / 0.2), inset 0 0 1px red'],
    ['number', '0.5'],
    ['font', "'Helvetica Neue', sans-serif"],
  ] as const
  expect(values.filter(([kind, value]) => !isValueOf(kind, value))).toEqual([])
  expect(isValueOf('number', 'calc(1)')).toBe(false)
})
