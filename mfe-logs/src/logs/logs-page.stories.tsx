import { logDetailOf, logEntries, logEntryOf } from '@sonaqor/storybook/fixtures/logs'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { unbroken } from '@sonaqor/storybook/fixtures/unbroken'
import { onModule } from '@sonaqor/storybook/on-module'
import { memoryViewState, type FakeApi } from '@sonaqor/module/testing'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import LogsPage from './logs-page.tsx'

export default { title: 'Logs/Page', component: LogsPage } satisfies Meta<typeof LogsPage>

type Story = StoryObj<typeof LogsPage>

function answering(search: NonNullable<FakeApi['logs']>['search']): FakeApi {
  return { logs: { search, show: () => Promise.resolve(logDetailOf({ query: 'dryRun=true' })) } }
}
const scopes = ['logs:read', 'customers:read'] as const
const full = answering(() => pageWith(logEntries, 'more'))

export const Full: Story = { decorators: [onModule({ scopes, api: full })] }

export const OpenEntry: Story = {
  decorators: [
    onModule({ scopes, api: full, viewState: memoryViewState({ entry: logEntries[2]?.id ?? '' }) }),
  ],
}

export const WithoutCustomerData: Story = {
  decorators: [
    onModule({
      scopes: ['logs:read'],
      api: full,
      viewState: memoryViewState({ entry: logEntries[0]?.id ?? '' }),
    }),
  ],
}

export const Filtered: Story = {
  decorators: [
    onModule({
      scopes,
      api: full,
      viewState: memoryViewState({ status: '4xx', path: '/v1/customers', keyId: 'some-key' }),
    }),
  ],
}

export const UnbrokenPath: Story = {
  decorators: [
    onModule({
      scopes,
      api: answering(() => pageWith([logEntryOf({ path: `/v1/customers/${unbroken}` })])),
      viewState: memoryViewState({ entry: logEntryOf().id }),
    }),
  ],
}

export const Empty: Story = {
  decorators: [onModule({ scopes, api: answering(() => pageWith([])) })],
}

export const Loading: Story = {
  decorators: [onModule({ scopes, api: answering(() => new Promise(() => {})) })],
}

export const Failed: Story = {
  decorators: [
    onModule({ scopes, api: answering(() => Promise.reject(new TypeError('no answer'))) }),
  ],
}

export const NoPermission: Story = { decorators: [onModule({ scopes: [] })] }
