/** What every token is for. `token-meanings.test.ts` keeps it whole: no token without a meaning. */
export interface TokenGroup {
  readonly title: string
  readonly purpose: string
  /** How one of them is shown. */
  readonly shows: 'colour' | 'size' | 'type' | 'font' | 'shadow' | 'number'
  readonly tokens: Readonly<Record<string, string>>
}

/** A surface, a border and a text that belong together. */
const status = (name: string, meaning: string) => ({
  [name]: `Gives its hue to what says: ${meaning}`,
  [`${name}-surface`]: `Ground of what says: ${meaning}`,
  [`${name}-border`]: `Border of such a ground`,
  [`${name}-text`]: `Words and icons of it, 4.5:1 on both grounds`,
})

export const tokenGroups: readonly TokenGroup[] = [
  {
    title: 'Neutral',
    purpose: 'Twelve steps from the ground to the text; the number says what a step is for.',
    shows: 'colour',
    tokens: {
      neutral: 'Gives its tint to all twelve, which a partner may set',
      'neutral-1': 'The ground of a page',
      'neutral-2': 'A ground that steps back, such as the head of a table',
      'neutral-3': 'A fill under the pointer',
      'neutral-4': 'A fill that stays, such as a track or the shape of what loads',
      'neutral-5': 'A fill that is pressed',
      'neutral-6': 'A hairline',
      'neutral-7': 'The border of a button',
      'neutral-8': 'A border that must be seen from afar',
      'neutral-9': 'The border of a field, 3:1',
      'neutral-10': 'A mark, 3:1 on every ground',
      'neutral-11': 'Text that steps back, 4.5:1',
      'neutral-12': 'Text',
    },
  },
  {
    title: 'Accent',
    purpose: 'A partner names one colour; its tints are taken from its hue, in both themes.',
    shows: 'colour',
    tokens: {
      accent: 'The colour as the partner named it',
      'accent-surface': 'Ground of what is chosen',
      'accent-border': 'Border of such a ground',
      'accent-text': 'Links, and words on that ground',
      'accent-solid': 'The primary act',
      'accent-solid-hover': 'The primary act under the pointer',
      'on-accent': 'Words on the primary act',
      focus: 'The ring of 2 px around what has the focus, 3:1',
    },
  },
  {
    title: 'Status',
    purpose: 'Never alone: an icon or a word says it too.',
    shows: 'colour',
    tokens: {
      ...status('success', 'it went well'),
      ...status('warning', 'look at this before it goes wrong'),
      ...status('danger', 'it went wrong, or it cannot be taken back'),
      'danger-solid': 'The act that cannot be taken back',
      'danger-solid-hover': 'That act under the pointer',
      ...status('info', 'good to know'),
    },
  },
  {
    title: 'Grounds and lines',
    purpose: 'What components name; they never name a neutral step where one of these is meant.',
    shows: 'colour',
    tokens: {
      background: 'The ground of the surface, which a partner may set',
      raised: 'What lies on it: cards, fields, dialogs',
      text: 'Words',
      'text-quiet': 'Words that step back',
      line: 'The hairline between and around things',
      card: 'Ground of a card',
      'card-line': 'Border of a card',
      over: 'Ground of dialogs, drawers, menus and messages',
      'over-line': 'Border of what opens above the page',
      'form-accent': 'Ticks, radio buttons and switches that are on',
    },
  },
  {
    title: 'Shadow',
    purpose: 'For what floats, and for nothing else.',
    shows: 'shadow',
    tokens: { shadow: 'Menus, dialogs, toasts' },
  },
  {
    title: 'Charts: series',
    purpose:
      'In this order. Apart from one another for every eye, and in grey from their neighbours.',
    shows: 'colour',
    tokens: {
      'series-1': 'The first series, and the only one',
      'series-2': 'The second',
      'series-3': 'The third; up to here names stand beside the lines',
      'series-4': 'The fourth; from here on a legend, and dashes',
      'series-5': 'The fifth',
      'series-6': 'The sixth',
      'series-7': 'The seventh; from here on dots',
      'series-8': 'The eighth, or all others together',
    },
  },
  {
    title: 'Charts: frame',
    purpose: 'Quiet, so that the values speak.',
    shows: 'colour',
    tokens: {
      'chart-grid': 'Lines behind the values',
      'chart-axis': 'The line that values stand on, and the one under the pointer',
      'chart-text': 'Words beside the axes',
      'chart-band': 'A stretch that means something by itself, such as an outage',
      'chart-note': 'A moment that explains what is seen, such as a release',
      'chart-tooltip': 'Ground of what stands at the pointer',
      'chart-tooltip-line': 'Border of what stands at the pointer',
      'chart-tooltip-text': 'Words at the pointer',
    },
  },
  {
    title: 'Type',
    purpose: 'Figures are tabular everywhere. Code, ids and keys are set in mono.',
    shows: 'font',
    tokens: { font: 'All words, which a partner may set', mono: 'Ids, keys, paths, code' },
  },
  {
    title: 'Sizes of type',
    purpose: 'Pixels, for `rem` belongs to the page that we are a guest in.',
    shows: 'type',
    tokens: {
      size: 'What the others keep their proportion to',
      'text-12': 'Hints, heads of tables, axes',
      'text-13': 'Tables, fields, buttons',
      'text-14': 'Body',
      'text-16': 'The title of a dialog or a section',
      'text-20': 'The title of a page',
      'text-28': 'A figure that stands alone',
    },
  },
  {
    title: 'Space',
    purpose: 'A grid of 4 px.',
    shows: 'size',
    tokens: {
      '1': 'Between an icon and its word',
      '2': 'Between things of one kind',
      '3': 'Inside cells and buttons',
      '4': 'Inside cards',
      '5': 'Between parts of a page',
      '6': 'Around a page',
      '8': 'Between groups of parts',
      '12': 'Around what stands alone',
    },
  },
  {
    title: 'Shape, density and motion',
    purpose: 'What a density or a wish of the person changes.',
    shows: 'number',
    tokens: {
      radius: 'Corners, which a partner may set',
      'card-radius': 'Corners of cards, charts and panels',
      'over-radius': 'Corners of menus and messages',
      ring: 'Width, style and colour of the ring around what has the focus',
      control: 'The height of fields and buttons: 32 px, or 28 px when compact',
      row: 'Room above and below in a row: 10 px, or 6 px when compact',
      motion: 'How long anything moves; nothing does for who asked for less motion',
      top: 'What the page around covers at the top of the screen, which it says itself',
      bottom: 'How much of a framed module lies below what is seen of it',
    },
  },
]
