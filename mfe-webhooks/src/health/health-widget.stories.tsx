import { noHealth } from '@sonaqor/storybook/fixtures/webhooks'
import { onModule } from '@sonaqor/storybook/on-module'
import { inGerman, onSurface } from '@sonaqor/storybook/on-surface'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { hostWith } from '../testing/answers.ts'
import { everyLanguage } from '../testing/page-languages.ts'
import HealthWidget from './health-widget.tsx'

export default {
  title: 'Webhooks/Health',
  component: HealthWidget,
} satisfies Meta<typeof HealthWidget>

type Story = StoryObj<typeof HealthWidget>

const full = hostWith({}, { kind: 'embed', scopes: ['webhooks:read'] })

export const Full: Story = { decorators: [onModule(full)] }
export const InAColumn: Story = { decorators: [onModule(full), onSurface({ widthPx: 280 })] }
export const German: Story = {
  loaders: [inGerman(...everyLanguage)],
  decorators: [onModule({ ...full, locale: 'de' }), onSurface({ locale: 'de', widthPx: 280 })],
}
export const Empty: Story = {
  decorators: [onModule(hostWith({ health: () => Promise.resolve(noHealth) }))],
}
export const Loading: Story = {
  decorators: [onModule(hostWith({ health: () => new Promise(() => {}) }))],
}
export const Failed: Story = {
  decorators: [onModule(hostWith({ health: () => Promise.reject(new TypeError('no answer')) }))],
}
export const NoPermission: Story = { decorators: [onModule({ ...full, scopes: [] })] }
