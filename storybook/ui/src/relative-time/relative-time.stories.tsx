import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { Surface } from '../surface/surface.tsx'
import { RelativeTime } from './relative-time.tsx'

export default { title: 'UI/Relative time', component: RelativeTime } satisfies Meta<
  typeof RelativeTime
>

const agoMs = [0, 5 * 60_000, 3 * 3_600_000, 26 * 3_600_000, 40 * 86_400_000, -9 * 86_400_000]

export const InThreeLanguages: StoryObj<typeof RelativeTime> = {
  render: () => (
    <>
      {['en', 'de', 'ar'].map((locale) => (
        <Surface key={locale} locale={locale}>
          <ul style={{ padding: 24, listStyle: 'none' }}>
            {agoMs.map((ms) => (
              <li key={ms}>
                <RelativeTime at={new Date(Date.now() - ms).toISOString()} />
              </li>
            ))}
          </ul>
        </Surface>
      ))}
    </>
  ),
}
