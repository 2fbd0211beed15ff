import type { FakeApi, FakeModuleOptions } from '@sonaqor/module/testing'
import { usageOf } from '@sonaqor/storybook/fixtures/key-usage'
import { onModule } from '@sonaqor/storybook/on-module'
import { inGerman, onSurface } from '@sonaqor/storybook/on-surface'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { languages } from '../texts/index.ts'
import UsageWidget from './usage-widget.tsx'

export default { title: 'Keys/Usage', component: UsageWidget } satisfies Meta<typeof UsageWidget>

type Story = StoryObj<typeof UsageWidget>

const answering = (usage: NonNullable<FakeApi['keys']>['usage']): FakeModuleOptions => ({
  kind: 'embed',
  scopes: ['keys:read'],
  api: { keys: { usage } },
})
const full = answering(() => Promise.resolve(usageOf()))

export const Full: Story = { decorators: [onModule(full)] }
export const InAColumn: Story = { decorators: [onModule(full), onSurface({ widthPx: 280 })] }

export const German: Story = {
  loaders: [inGerman(languages)],
  decorators: [onModule({ ...full, locale: 'de' }), onSurface({ locale: 'de', widthPx: 280 })],
}

export const Empty: Story = {
  decorators: [onModule(answering(() => Promise.resolve({ ...usageOf(), keys: [] })))],
}

export const Loading: Story = { decorators: [onModule(answering(() => new Promise(() => {})))] }

export const Failed: Story = {
  decorators: [onModule(answering(() => Promise.reject(new TypeError('no answer'))))],
}

export const NoPermission: Story = { decorators: [onModule({ ...full, scopes: [] })] }
