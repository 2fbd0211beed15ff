import type { FakeModuleOptions } from '@sonaqor/module/testing'
import { activityOf, noActivity } from '@sonaqor/storybook/fixtures/activity'
import { appOf } from '@sonaqor/storybook/fixtures/projects'
import { onModule } from '@sonaqor/storybook/on-module'
import { inGerman, onSurface } from '@sonaqor/storybook/on-surface'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { languages } from '../projects/texts/index.ts'
import ActivityWidget from './activity-widget.tsx'

export default {
  title: 'Home/Activity widget',
  component: ActivityWidget,
} satisfies Meta<typeof ActivityWidget>

type Story = StoryObj<typeof ActivityWidget>
type Activity = NonNullable<NonNullable<FakeModuleOptions['api']>['apps']>['activity']

const { id, environment } = appOf()
const of = (activity: Activity, more: FakeModuleOptions = {}): FakeModuleOptions => ({
  kind: 'embed',
  app: { id, environment },
  scopes: ['apps:read', 'keys:write'],
  api: { apps: { activity } },
  ...more,
})
const full = of(() => Promise.resolve(activityOf()))

export const Full: Story = { decorators: [onModule(full)] }

/** As narrow as a column of a dashboard gets. */
export const InAColumn: Story = { decorators: [onModule(full), onSurface({ widthPx: 280 })] }

export const German: StoryObj = {
  loaders: [inGerman(languages)],
  decorators: [onModule({ ...full, locale: 'de' }), onSurface({ locale: 'de', widthPx: 280 })],
}

export const Empty: Story = { decorators: [onModule(of(() => Promise.resolve(noActivity())))] }

export const Loading: Story = { decorators: [onModule(of(() => new Promise(() => {})))] }

export const Failed: Story = {
  decorators: [onModule(of(() => Promise.reject(new TypeError('no answer'))))],
}

export const NoPermission: Story = {
  decorators: [onModule({ ...full, scopes: ['keys:read'] })],
}

/** Where the page around narrows nothing and names no app. */
export const OfNoApp: Story = { decorators: [onModule({ ...full, app: undefined })] }
