import { beforeEach, expect, test } from '@jest/globals'
import { asBuilt, readLook, withToken, writeLook, type ChosenLook } from './chosen-look.ts'
import { ratioOf } from './contrast.ts'
import { readPasted } from './pasted-look.ts'
import { presets } from './presets.ts'
import { forms, written } from './written-look.ts'

/** Node knows nothing of CSS: here anything is a value but for one word. */
beforeEach(() => {
  Object.assign(globalThis, {
    CSS: { supports: (_: string, value: string) => value !== 'nonsense' },
  })
})

const look: ChosenLook = {
  theme: 'auto',
  density: 'compact',
  tokens: { accent: '#0a6b4a', font: "'O''Neill', serif", chartSeries1: 'oklch(0.5 0.1 20)' },
  dark: { accent: '#3ddc97' },
}

test('EM-3: what is exported is what was changed, and nothing else', () => {
  expect(JSON.parse(written(look, 'json'))).toEqual(look)
  expect(JSON.parse(written(asBuilt, 'json'))).toEqual({ theme: 'auto', density: 'cosy' })
  expect(written(asBuilt, 'css')).toBe('')
})

test('EM-3: the script can be pasted into a page as it is', () => {
  const run = new Function('Sonaqor', 'fetchSession', `return ${written(look, 'script')}`)
  expect(run({ start: structuredClone }, 'fetch')).toEqual({
    fetchSession: 'fetch',
    appearance: look,
  })
})

test('the styles name properties, and what is dark for those whose system is', () => {
  expect(written(look, 'css')).toBe(
    [
      ':root {',
      '  --sonaqor-accent: #0a6b4a;',
      "  --sonaqor-font: 'O''Neill', serif;",
      '  --sonaqor-chart-series-1: oklch(0.5 0.1 20);',
      '}',
      '',
      '@media (prefers-color-scheme: dark) {',
      '  :root {',
      '    --sonaqor-accent: #3ddc97;',
      '  }',
      '}',
    ].join('\n'),
  )
})

test.each(forms)('what was exported as %s can be imported again', (form) => {
  const { look: read } = readPasted(written(look, form)) as { look: ChosenLook }
  expect(read).toEqual(form === 'css' ? { ...look, density: 'cosy' } : look)
})

test('a script as people write it is read, and nothing of it is run', () => {
  const pasted = `
    // ours
    Sonaqor.start({
      fetchSession: () => fetch('/session').then((reply) => reply.json()),
      appearance: { theme: 'dark', /* brand */ tokens: { accent: "#123456", font: 'a: b, c', }, },
    })`
  expect(readPasted(pasted)).toEqual({
    look: { ...asBuilt, theme: 'dark', tokens: { accent: '#123456', font: 'a: b, c' } },
  })
})

test('tokens alone are read too', () => {
  expect(readPasted('{"accent":"red"}')).toEqual({
    look: { ...asBuilt, tokens: { accent: 'red' } },
  })
})

test('EM-3: each thing that is wrong is named, and nothing is taken', () => {
  const pasted = { theme: 'pink', tokens: { colour: 'red', accent: 'nonsense', font: 'url(x)' } }
  expect(readPasted(JSON.stringify(pasted))).toEqual({
    faults: [
      { kind: 'unknown', name: 'colour' },
      { kind: 'value', name: 'accent', value: 'nonsense' },
      { kind: 'value', name: 'font', value: 'url(x)' },
      { kind: 'value', name: 'theme', value: 'pink' },
    ],
  })
  expect(readPasted('hello')).toEqual({ faults: [{ kind: 'unreadable' }] })
  expect(readPasted('{ "tokens": [] }')).toEqual({ faults: [{ kind: 'unreadable' }] })
  expect(readPasted('{ "tokens": {} }')).toEqual({ faults: [{ kind: 'empty' }] })
  expect(readPasted(':root { --sonaqor-colour: red }')).toEqual({
    faults: [{ kind: 'unknown', name: '--sonaqor-colour' }],
  })
})

test('each preset is one that could be imported', () => {
  for (const preset of presets) {
    expect(readPasted(written(preset.look, 'json'))).toEqual({ look: preset.look })
  }
})

test('a token that is emptied is left as built', () => {
  expect(withToken(look, 'dark', 'accent', '').dark).toEqual({})
  expect(withToken(asBuilt, 'tokens', 'radius', '2px').tokens).toEqual({ radius: '2px' })
})

test('contrasts are those of WCAG, also of what lets through what is below', () => {
  const [white, black] = [[1, 1, 1, 1] as const, [0, 0, 0, 1] as const]
  expect(ratioOf(black, white, undefined)).toBeCloseTo(21)
  const grey = 0x76 / 255
  expect(ratioOf([grey, grey, grey, 1], white, undefined)).toBeCloseTo(4.54, 2)
  expect(ratioOf(black, [0, 0, 0, 0], white)).toBeCloseTo(21)
  expect(ratioOf([0, 0, 0, 0.5], white, undefined)).toBeCloseTo(3.98, 1)
  expect(ratioOf(black, [0, 0, 0, 0], undefined)).toBeUndefined()
})

test('what was kept is there again as it was', () => {
  expect(readLook(writeLook(look))).toEqual(look)
  expect(readLook(writeLook(asBuilt))).toBe(asBuilt)
})

test.each([
  '{',
  'null',
  '7',
  '{}',
  '{"theme":"pink","density":"roomy","tokens":["red"],"dark":"red"}',
  '{"theme":"auto","tokens":{"colour":"red","accent":7}}',
])('what was kept in another form, as %s, breaks nothing', (kept) => {
  expect(readLook(kept)).toEqual(asBuilt)
})

test('what is known of a look of another release is taken', () => {
  expect(readLook('{"theme":"dark","tokens":{"accent":"red","colour":"red"}}')).toEqual({
    ...asBuilt,
    theme: 'dark',
    tokens: { accent: 'red' },
  })
})
