import { expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rgbOf } from './colours.ts'

type Three = readonly [number, number, number]
type Nine = readonly [Three, Three, Three]

const sheet = readFileSync(join(import.meta.dirname, '../styles/chart-tokens.css'), 'utf8')
const themes = ['light', 'dark'] as const

/** The eight series of a theme, as lightness, chroma and hue. */
function seriesIn(theme: (typeof themes)[number]): readonly Three[] {
  const colour = String.raw`oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)`
  const rule = new RegExp(
    String.raw`--sonaqor-chart-series-\d,\s*light-dark\(${colour}, ${colour}\)`,
    'g',
  )
  const from = theme === 'light' ? 1 : 4
  return [...sheet.matchAll(rule)].map((found) => [
    Number(found[from]),
    Number(found[from + 1]),
    Number(found[from + 2]),
  ])
}

/** The lightest and the darkest ground that a chart may stand on. */
const grounds = {
  light: [
    [1, 0, 0],
    [0.982, 0.002, 265],
  ],
  dark: [
    [0.168, 0.006, 265],
    [0.208, 0.008, 265],
  ],
} as const satisfies Record<string, readonly Three[]>

/** Machado, Oliveira and Fernandes (2009), severity 1. */
const eyes: Readonly<Record<string, Nine>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

const times = (matrix: Nine, [x, y, z]: Three): Three => {
  const row = ([a, b, c]: Three) => a * x + b * y + c * z
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])]
}
const each = (three: Three, change: (part: number) => number): Three => [
  change(three[0]),
  change(three[1]),
  change(three[2]),
]
const clamp = (part: number) => Math.min(Math.max(part, 0), 1)

/** Björn Ottosson's OKLab, from and to linear sRGB. */
function linearOf([lightness, chroma, hue]: Three): Three {
  const turn = (hue * Math.PI) / 180
  const lab: Three = [lightness, chroma * Math.cos(turn), chroma * Math.sin(turn)]
  const cones = times(
    [
      [1, 0.3963377774, 0.2158037573],
      [1, -0.1055613458, -0.0638541728],
      [1, -0.0894841775, -1.291485548],
    ],
    lab,
  )
  return times(
    [
      [4.0767416621, -3.3077115913, 0.2309699292],
      [-1.2684380046, 2.6097574011, -0.3413193965],
      [-0.0041960863, -0.7034186147, 1.707614701],
    ],
    each(cones, (part) => part ** 3),
  )
}

function labOf(linear: Three): Three {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    linear,
  )
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    each(cones, Math.cbrt),
  )
}

const luminance = (colour: Three) => {
  const [red, green, blue] = each(linearOf(colour), clamp)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (one: number, other: number) =>
  (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
const apart = (one: Three, other: Three) =>
  Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])

function pairs<Item>(items: readonly Item[]): readonly (readonly [Item, Item])[] {
  return items.flatMap((one, at) => items.slice(at + 1).map((other) => [one, other] as const))
}

test.each(themes)(
  'in %s, eight colours can be shown and stand out from the ground by 3:1',
  (theme) => {
    expect(seriesIn(theme)).toHaveLength(8)
    for (const colour of seriesIn(theme)) {
      expect(each(linearOf(colour), clamp).map((part) => part.toFixed(2))).toEqual(
        linearOf(colour).map((part) => Math.abs(part).toFixed(2)),
      )
      for (const ground of grounds[theme]) {
        expect(contrast(luminance(colour), luminance(ground))).toBeGreaterThanOrEqual(3)
      }
    }
  },
)

test.each(themes.flatMap((theme) => Object.keys(eyes).map((eye) => [theme, eye] as const)))(
  'in %s, a %s eye tells every two of them apart',
  (theme, eye) => {
    const seen = seriesIn(theme).map((colour) =>
      labOf(each(times(eyes[eye]!, linearOf(colour)), clamp)),
    )
    for (const [one, other] of pairs(seen)) expect(apart(one, other)).toBeGreaterThan(0.1)
    for (const [one, other] of pairs(seen.slice(0, 3)))
      expect(apart(one, other)).toBeGreaterThan(0.16)
  },
)

test.each(themes)('in %s, series that follow one another differ in grey, for print', (theme) => {
  const lightness = seriesIn(theme).map(([part]) => part)
  for (const [at, part] of lightness.slice(1).entries()) {
    expect(Math.abs(part - lightness[at]!)).toBeGreaterThan(0.08)
  }
})

test('a colour that the browser has worked out is put into the words of any canvas', () => {
  expect(rgbOf('color(srgb 0 0.5 1)')).toBe('rgba(0, 128, 255, 1)')
  expect(rgbOf('color(srgb -0.1 1.2 0.25 / 0.08)')).toBe('rgba(0, 255, 64, 0.08)')
  expect(rgbOf('rgb(1, 2, 3)')).toBe('rgb(1, 2, 3)')
})
