import { asBuilt, type ChosenLook } from './chosen-look.ts'
import * as texts from './texts/en.ts'

/**
 * Looks to begin with. Each holds what it changes alone, so that the rest follows us. A first series
 * near our second one gives it the colour that was our first, or the two could not be told apart.
 */
export const presets = [
  { id: 'light', name: texts.presetLight, look: { ...asBuilt, theme: 'light' } },
  {
    id: 'night',
    name: texts.presetNight,
    look: {
      ...asBuilt,
      theme: 'dark',
      tokens: { accent: '#7c86ff', onAccent: '#0b0d18', neutral: 'oklch(0.5 0.03 265)' },
    },
  },
  {
    id: 'plain',
    name: texts.presetPlain,
    look: {
      ...asBuilt,
      density: 'compact',
      tokens: {
        accent: '#1f2328',
        onAccent: '#ffffff',
        neutral: '#808080',
        font: 'system-ui, sans-serif',
        radius: '2px',
        badgeRadius: '2px',
        linkDecorationColor: 'currentcolor',
        overlayShadow: '0 8px 24px rgb(0 0 0 / 0.12)',
      },
      dark: { accent: '#e6e8eb', onAccent: '#111417' },
    },
  },
  {
    id: 'warm',
    name: texts.presetWarm,
    look: {
      ...asBuilt,
      tokens: {
        accent: '#a8431f',
        onAccent: '#ffffff',
        neutral: 'oklch(0.5 0.035 65)',
        background: '#fbf7f1',
        headingFont: 'Georgia, serif',
        radius: '10px',
        buttonRadius: '999px',
        tableHeaderBackground: '#f4ece1',
        chartSeries1: '#a8431f',
        chartSeries2: 'oklch(0.335 0.18 290)',
      },
      dark: {
        accent: '#e58a5f',
        onAccent: '#24120a',
        background: '#1d1714',
        tableHeaderBackground: '#2a211c',
        chartSeries1: '#e58a5f',
        chartSeries2: 'oklch(0.555 0.198 275)',
      },
    },
  },
  {
    id: 'contrast',
    name: texts.presetContrast,
    look: {
      ...asBuilt,
      tokens: {
        accent: '#0b3bd1',
        onAccent: '#ffffff',
        background: '#ffffff',
        text: '#000000',
        textQuiet: '#26282c',
        line: '#5d6168',
        lineStrong: '#33363b',
        inputBorder: '#000000',
        focus: '#b00092',
        focusWidth: '3px',
        linkDecorationThickness: '2px',
        fontSize: '15px',
      },
      dark: {
        accent: '#9db8ff',
        onAccent: '#000000',
        background: '#000000',
        raised: '#0c0d10',
        text: '#ffffff',
        textQuiet: '#dcdfe4',
        line: '#8a8f98',
        lineStrong: '#c2c6cd',
        inputBorder: '#ffffff',
        focus: '#ffd34d',
      },
    },
  },
] as const satisfies readonly { id: string; name: unknown; look: ChosenLook }[]
