import { logEntries, logEntryOf } from '@sonaqor/storybook/fixtures/logs'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { ago } from '@sonaqor/storybook/fixtures/time'
import { unbroken } from '@sonaqor/storybook/fixtures/unbroken'
import { inModule, onModule } from '@sonaqor/storybook/on-module'
import { inGerman, onSurface } from '@sonaqor/storybook/on-surface'
import { fakeModule, type FakeModuleOptions } from '@sonaqor/module/testing'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { languages } from '../texts/index.ts'
import LogTail from './log-tail.tsx'

export default { title: 'Logs/Tail', component: LogTail } satisfies Meta<typeof LogTail>

type Story = StoryObj<typeof LogTail>
type Search = NonNullable<NonNullable<FakeModuleOptions['api']>['logs']>['search']

const answering = (search: Search): FakeModuleOptions => ({
  kind: 'embed',
  scopes: ['logs:read'],
  api: { logs: { search } },
})
const full = answering(() => pageWith(logEntries, 'more'))

export const Full: Story = { decorators: [onModule(full)] }
export const Compact: Story = { decorators: [onModule(full), onSurface({ density: 'compact' })] }

/** As narrow as a column of a dashboard gets. */
export const InAColumn: Story = { decorators: [onModule(full), onSurface({ widthPx: 280 })] }

export const German: Story = {
  loaders: [inGerman(languages)],
  decorators: [onModule({ ...full, locale: 'de' }), onSurface({ locale: 'de', widthPx: 280 })],
}

/** One of two tails on a dashboard: it says which requests are in view. */
export const Narrowed: Story = {
  decorators: [onModule({ ...full, params: { status: '4xx', path: '/v1/customers' } })],
}

/** A session that lists the widget alone: there is nowhere to open a request. */
export const ByItself: Story = { decorators: [onModule({ ...full, views: ['logs.tail'] })] }

const waiting = fakeModule(full)
export const Waiting: Story = {
  decorators: [inModule(waiting)],
  play: async ({ canvasElement }) => {
    const buttons = [...canvasElement.querySelectorAll('button')]
    buttons.find(({ textContent }) => textContent === 'Pause')?.click()
    await new Promise((done) => setTimeout(done, 100))
    const newest = logEntryOf({ id: 'new', path: '/v1/transactions', at: ago(0) })
    waiting.arrive({ entries: [newest], dropped: 7 })
  },
}

export const Connecting: Story = {
  decorators: [onModule({ ...full, liveStatus: 'connecting' })],
}

export const UnbrokenPath: Story = {
  decorators: [
    onModule(answering(() => pageWith([logEntryOf({ path: `/v1/customers/${unbroken}` })]))),
  ],
}

export const Empty: Story = { decorators: [onModule(answering(() => pageWith([])))] }

export const Loading: Story = {
  decorators: [onModule(answering(() => new Promise(() => {})))],
}

export const Failed: Story = {
  decorators: [onModule(answering(() => Promise.reject(new TypeError('no answer'))))],
}

export const NoPermission: Story = { decorators: [onModule({ kind: 'embed', scopes: [] })] }
