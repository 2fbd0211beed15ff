import { propertyOf, type TokenName } from '@sonaqor/embed/appearance'

/** A colour of a part: its token, the one that it follows unless it is chosen itself, and how it is drawn. */
export interface Colour {
  readonly token: TokenName
  readonly follows: TokenName
  readonly drawn: string
}

/** Two colours that stand on one another. */
export interface Pair {
  readonly words: Colour
  readonly ground: Colour
  /** How far they have to be apart: 4.5 for words, 3 for marks (WCAG 2.2, 1.4.3 and 1.4.11). */
  readonly least: 4.5 | 3
}

const pair = (words: Colour, ground: Colour, least: Pair['least'] = 4.5): Pair => ({
  words,
  ground,
  least,
})

/** What parts fall back to, as the sheets call it, and the token that stands behind it. */
const followed: Readonly<Record<string, TokenName>> = {
  'accent-solid': 'accent',
  'accent-solid-hover': 'accentHover',
  'on-accent': 'onAccent',
  'accent-text': 'accentText',
  'accent-surface': 'accentSurface',
  'danger-solid': 'dangerSolid',
  'neutral-2': 'offset',
  'neutral-3': 'fillHover',
  'neutral-4': 'fill',
  raised: 'raised',
  text: 'text',
  'text-quiet': 'textQuiet',
  'success-text': 'successText',
  'success-surface': 'successSurface',
  'warning-text': 'warningText',
  'warning-surface': 'warningSurface',
  'danger-text': 'dangerText',
  'danger-surface': 'dangerSurface',
  'info-text': 'infoText',
  'info-surface': 'infoSurface',
}

/** A part that falls back to something of the sheets, or to another part. */
const part = (token: TokenName, fallback: string | Colour): Colour => {
  const [follows, drawn] =
    typeof fallback === 'string'
      ? [followed[fallback] ?? token, `var(--sq-${fallback})`]
      : [fallback.token, fallback.drawn]
  return { token, follows, drawn: `var(${propertyOf(token)}, ${drawn})` }
}

/** A token that everything falls back to, under its own name. */
const base = (token: TokenName, name: string): Colour => ({
  token,
  follows: token,
  drawn: `var(--sq-${name})`,
})

const background = base('background', 'background')
const raised = base('raised', 'raised')
const text = base('text', 'text')
const quiet = base('textQuiet', 'text-quiet')
const card = part('cardBackground', 'raised')
const over = part('overlayBackground', 'raised')
const code = part('codeBackground', 'neutral-2')
const input = part('inputBackground', 'raised')

const tones = ['success', 'warning', 'danger', 'info'] as const

const capital = <Word extends string>(word: Word) =>
  `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}` as Capitalize<Word>

export const pairs: readonly Pair[] = [
  pair(text, background),
  pair(text, raised),
  pair(quiet, background),
  pair(quiet, raised),
  pair(part('headingText', 'text'), background),
  pair(base('accentText', 'accent-text'), base('accentSurface', 'accent-surface')),
  pair(part('linkText', 'accent-text'), background),
  pair(part('buttonPrimaryText', 'on-accent'), part('buttonPrimaryBackground', 'accent-solid')),
  pair(
    part('buttonPrimaryHoverText', part('buttonPrimaryText', 'on-accent')),
    part('buttonPrimaryHoverBackground', 'accent-solid-hover'),
  ),
  pair(part('buttonSecondaryText', 'text'), part('buttonSecondaryBackground', 'raised')),
  pair(
    part('buttonSecondaryHoverText', part('buttonSecondaryText', 'text')),
    part('buttonSecondaryHoverBackground', 'neutral-3'),
  ),
  pair(
    {
      token: 'buttonDangerText',
      follows: 'buttonDangerText',
      drawn: 'var(--sonaqor-button-danger-text, white)',
    },
    part('buttonDangerBackground', 'danger-solid'),
  ),
  pair(part('buttonQuietText', 'text-quiet'), background),
  ...tones.map((tone) =>
    pair(base(`${tone}Text`, `${tone}-text`), base(`${tone}Surface`, `${tone}-surface`)),
  ),
  pair(part('badgeNeutralText', 'text-quiet'), part('badgeNeutralBackground', 'neutral-3')),
  ...(['accent', ...tones] as const).map((tone) =>
    pair(
      part(`badge${capital(tone)}Text`, `${tone}-text`),
      part(`badge${capital(tone)}Background`, `${tone}-surface`),
    ),
  ),
  pair(part('tabText', 'text-quiet'), background),
  pair(part('tabSelectedText', 'text'), background),
  pair(part('tabSelectedLine', 'accent-solid'), background, 3),
  pair(part('segmentText', 'text-quiet'), part('segmentBackground', 'neutral-4')),
  pair(part('inputText', 'text'), input),
  pair(part('inputBorder', 'neutral-9'), input, 3),
  pair(part('inputErrorText', 'danger-text'), over),
  pair(part('labelText', 'text'), over),
  pair(part('hintText', 'text-quiet'), over),
  pair(part('formAccent', 'accent-solid'), over, 3),
  pair(part('switchTrack', 'neutral-10'), raised, 3),
  pair(part('tableText', 'text'), part('tableBackground', 'raised')),
  pair(part('tableText', 'text'), part('tableRowHover', 'neutral-2')),
  pair(part('tableText', 'text'), part('tableRowSelected', 'accent-surface')),
  pair(part('tableHeaderText', 'text-quiet'), part('tableHeaderBackground', 'neutral-2')),
  pair(base('focus', 'focus'), background, 3),
  pair(base('focus', 'focus'), raised, 3),
  ...([1, 2, 3, 4, 5, 6, 7, 8] as const).map((series) =>
    pair(base(`chartSeries${series}`, `series-${series}`), card, 3),
  ),
  pair(base('chartText', 'chart-text'), card),
  pair(
    base('chartTooltipText', 'chart-tooltip-text'),
    base('chartTooltipBackground', 'chart-tooltip'),
  ),
  pair(part('progressFill', 'accent-solid'), part('progressTrack', 'neutral-5'), 3),
  pair(part('menuText', 'text'), over),
  pair(part('toastText', 'text-quiet'), part('toastBackground', over)),
  pair(part('secretText', 'warning-text'), part('secretBackground', 'warning-surface')),
  pair(part('codeText', 'text'), code),
  pair(part('codeKey', 'accent-text'), code),
  pair(part('codeString', 'success-text'), code),
  pair(part('codeNumber', 'info-text'), code),
  pair(part('codeWord', 'warning-text'), code),
]
