import { expect, test } from '@jest/globals'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { propertyOf } from './look.ts'
import { designTokens, tokenGroups } from './tokens.ts'

const ui = join(import.meta.dirname, '../../../../storybook/ui/src')
const embed = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(path, 'utf8')
const own = (file: string) => read(join(embed, file))
const of = (name: string) => read(join(ui, `${name}.css`))

type Declarations = Readonly<Record<string, string>>

/** What all rules for one selector say together. Neither sheet nests rules but in a question. */
function ruleOf(sheet: string, selector: string): Declarations {
  const rules = sheet.replace(/\/\*[^]*?\*\//g, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)
  const found = [...rules]
    .filter(([, selectors = '']) => selectors.split(',').some((one) => one.trim() === selector))
    .flatMap(([, , body = '']) => body.split(';'))
    .map((line) => /^\s*([\w-]+):\s*([^]*)$/.exec(line))
    .map((match) => [match?.[1] ?? '', oneLine(match?.[2] ?? '')] as const)
    .filter(([name]) => name !== '')
  return Object.fromEntries(found)
}

const oneLine = (value: string) =>
  value.replace(/\s+/g, ' ').replaceAll('( ', '(').replaceAll(' )', ')').trim()

const tokens = ruleOf(of('styles/tokens'), '.sq-surface')

/** Distances are tokens there and figures here, for the host brings no more tokens than it must. */
const inFigures = (rule: Declarations): Declarations =>
  Object.fromEntries(
    Object.entries(rule).map(([name, value]) => [
      name,
      value
        .replace(/var\(--sq-(\d+)\)/g, (_, step) => `${Number(step) * 4}px`)
        .replace('var(--sq-control)', tokens['--sq-control'] ?? ''),
    ]),
  )

/** A border of which a second rule gives another style or colour. */
function withWholeBorder({
  'border-style': style,
  'border-color': colour,
  ...rule
}: Declarations): Declarations {
  const [width, ownStyle, ...ownColour] = rule['border']?.split(' ') ?? []
  if (!width) return rule
  return { ...rule, border: [width, style ?? ownStyle, colour ?? ownColour.join(' ')].join(' ') }
}

const onTop = (part: string) => `.sq-dialog-body > .sq-dialog-${part}`

test('the tokens of the host are those of the components', () => {
  for (const [file, selector] of [
    ['stage/stage.css', '.notice'],
    ['opening/modal.css', '.modal'],
  ] as const) {
    const ours = Object.entries(ruleOf(own(file), selector)).filter(([name]) =>
      name.startsWith('--sq-'),
    )
    expect(ours.length).toBeGreaterThan(3)
    for (const [name, value] of ours) {
      if (value === '0ms') continue
      expect({ [name]: value }).toEqual({ [name]: tokens[name] })
    }
  }
})

test.each([
  ['stage/stage.css', '.state', 'states/states', ['.sq-state', ".sq-state[data-tone='danger']"]],
  ['stage/stage.css', '.title', 'states/states', ['.sq-state-title']],
  ['stage/stage.css', '.icon', 'icon/icon', ['.sq-icon']],
  ['stage/button.css', '.button', 'button/button', ['.sq-button']],
  ['stage/button.css', '.button:hover', 'button/button', ['.sq-button:hover']],
  ['stage/shape.css', '.bone', 'states/bone', ['.sq-bone']],
  ['stage/shape.css', '.rows', 'states/skeleton', ['.sq-skeleton']],
  ['stage/shape.css', '.row', 'states/skeleton', ['.sq-skeleton-row']],
  ['opening/modal.css', '.modal', 'dialog/dialog', ['.sq-dialog']],
  ['opening/modal.css', '.modal[open]', 'dialog/dialog', ['.sq-dialog[open]']],
  ['opening/modal.css', '.modal::backdrop', 'dialog/dialog', ['.sq-dialog::backdrop']],
  ['opening/modal.css', '.heading', 'dialog/dialog', ['.sq-dialog-title']],
  ['opening/modal.css', '.cross', 'dialog/dialog', ['.sq-dialog-cross']],
  ['opening/modal.css', '.modal:modal', 'dialog/dialog', ['.sq-dialog:modal']],
  ['opening/modal.css', '.inside > .heading', 'dialog/dialog', [onTop('title')]],
  ['opening/modal.css', '.heading::after', 'dialog/dialog', ['.sq-dialog-title::after']],
  ['opening/modal.css', '.inside > .cross', 'dialog/dialog', [onTop('cross')]],
  [
    'opening/modal.css',
    '.question',
    'banner/banner',
    ['.sq-banner', ".sq-banner[data-tone='warning']"],
  ],
] as const)('%s draws %s as %s draws %s', (file, selector, component, theirs) => {
  const expected = theirs.map((one) => ruleOf(of(component), one))
  for (const rule of expected) expect(Object.keys(rule).length).toBeGreaterThan(0)
  const joined = Object.assign({}, ...expected)
  // How it is placed is its own; what the motion is called is as well.
  const { display: _, animation: __, ...looks } = inFigures(withWholeBorder(joined))
  expect(ruleOf(own(file), selector)).toMatchObject(looks)
})

test('what begins anew below the page’s styles keeps the theme and the direction that were chosen', () => {
  expect(ruleOf(own('stage/stage.css'), '.inside')).toMatchObject({
    all: 'initial',
    'color-scheme': 'inherit',
    direction: 'inherit',
  })
})

test('a frame of ours is painted like the dialog around it', () => {
  const ground = tokens['--sq-over']
    ?.replace('var(--sq-raised)', tokens['--sq-raised'] ?? '')
    .replace('var(--sq-neutral)', tokens['--sq-neutral'] ?? '')
  const scripts = globSync('frame/inside/*.ts', { cwd: embed }).map(own).join('')
  expect(oneLine(scripts)).toContain(`'${ground}'`)
})

const root = join(import.meta.dirname, '../../../..')
const names = Object.keys(designTokens)

/** What sheets ask of the page around them, and what a view within another one is told by it. */
function askedInSheets(): ReadonlySet<string> {
  const sheets = globSync('{storybook/ui,shell,shell/embed,shell/module,mfe-*}/src/**/*.css', {
    cwd: root,
  })
  const styles = sheets.map((sheet) => read(join(root, sheet))).join('')
  return new Set(
    [...styles.matchAll(/var\(\s*(--sonaqor-[a-z0-9-]+)/g)].map(([, name = '']) => name),
  )
}

/** Which part of a frame is in sight is measured by us; no page chooses it. */
const measured = new Set(['--sonaqor-unseen-above', '--sonaqor-unseen-below'])

test('EM-3: every token of the closed set has an effect, and no sheet asks for another one', () => {
  const asked = [...askedInSheets()].filter((name) => !measured.has(name))
  expect(asked.toSorted()).toEqual(names.map(propertyOf).toSorted())
})

test('EM-3: there are more tokens than the 92 that the nearest neighbour has, each named once', () => {
  const perGroup = Object.values(tokenGroups).map((group) => Object.keys(group).length)
  expect(perGroup.reduce((sum, count) => sum + count)).toBe(names.length)
  expect(names.length).toBeGreaterThanOrEqual(92 + 100)
  expect(new Set(names.map(propertyOf)).size).toBe(names.length)
})
