import { onModule } from '@sonaqor/storybook/on-module'
import { inGerman, onSurface } from '@sonaqor/storybook/on-surface'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { AppearanceTab } from './appearance-tab.tsx'
import { presets } from './appearance/presets.ts'
import { languages } from './appearance/texts/index.ts'

export default { title: 'Home/Embeds/Appearance', component: AppearanceTab } satisfies Meta<
  typeof AppearanceTab
>

type Story = StoryObj

const api = (look?: object) => ({
  drafts: {
    show: () =>
      Promise.resolve({
        draft: look
          ? {
              kind: 'embeds.appearance',
              key: 'look',
              revision: 1,
              savedAt: '2026-11-22T04:00:00.000Z',
              expiresAt: '2026-12-22T04:00:00.000Z',
              content: { look: JSON.stringify(look) },
            }
          : null,
      }),
    drop: () => Promise.resolve(),
  },
})

const of = (look?: object): Story => ({ decorators: [onModule({ api: api(look) })] })

export const AsBuilt = of()
export const Warm = of(presets.find(({ id }) => id === 'warm')?.look)
export const HighContrast = of(presets.find(({ id }) => id === 'contrast')?.look)
/** What is hard to read is counted, and named where it comes from. */
export const HardToRead = of({
  theme: 'auto',
  density: 'cosy',
  tokens: { accent: '#ffd34d', textQuiet: '#bbbbbb', radius: 'round' },
  dark: {},
})

export const InGerman: Story = {
  ...Warm,
  loaders: [inGerman(languages)],
  decorators: [onModule({ api: api(), locale: 'de' }), onSurface({ locale: 'de', widthPx: 360 })],
}
