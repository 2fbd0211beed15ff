import { memoryViewState, type FakeModuleOptions } from '@sonaqor/module/testing'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { endpointOf, endpoints } from '@sonaqor/storybook/fixtures/webhook-endpoints'
import { unbroken } from '@sonaqor/storybook/fixtures/unbroken'
import { onModule } from '@sonaqor/storybook/on-module'
import { inGerman, onSurface } from '@sonaqor/storybook/on-surface'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { hostWith } from '../testing/answers.ts'
import { everyLanguage } from '../testing/page-languages.ts'
import EndpointsPage from './endpoints-page.tsx'

export default {
  title: 'Webhooks/Endpoints',
  component: EndpointsPage,
} satisfies Meta<typeof EndpointsPage>

type Story = StoryObj<typeof EndpointsPage>

const full = hostWith()
const [ledger, failing, disabled, rotating] = endpoints.map(({ id }) => id)

/** What an address leads to. */
const at = (state: Readonly<Record<string, string>>, options: FakeModuleOptions = full) =>
  onModule({ ...options, viewState: memoryViewState(state) })
const listing = (
  listEndpoints: NonNullable<NonNullable<FakeModuleOptions['api']>['webhooks']>['listEndpoints'],
) => onModule(hostWith(listEndpoints && { listEndpoints }))

export const Full: Story = { decorators: [onModule(full)] }
export const ReadOnly: Story = {
  decorators: [onModule({ ...full, scopes: ['webhooks:read'], kind: 'embed' })],
}
export const Compact: Story = { decorators: [onModule(full), onSurface({ density: 'compact' })] }

/** In a narrow column of a wide page. */
export const InAColumn: Story = { decorators: [onModule(full), onSurface({ widthPx: 360 })] }

export const German: Story = {
  loaders: [inGerman(...everyLanguage)],
  decorators: [onModule({ ...full, locale: 'de' }), onSurface({ locale: 'de' })],
}

export const Unbroken: Story = {
  decorators: [
    listing(() =>
      pageWith([endpointOf({ label: unbroken, url: `https://${unbroken}.example/${unbroken}` })]),
    ),
    onSurface({ widthPx: 360 }),
  ],
}

export const Empty: Story = { decorators: [listing(() => pageWith([]))] }
export const NothingFound: Story = { decorators: [at({ search: 'nobody' })] }
export const Loading: Story = { decorators: [listing(() => new Promise(() => {}))] }
export const Failed: Story = {
  decorators: [listing(() => Promise.reject(new TypeError('no answer')))],
}
export const NoPermission: Story = { decorators: [onModule({ ...full, scopes: [] })] }

export const Opened: Story = { decorators: [at({ endpoint: ledger ?? '' })] }
export const OpenedFailing: Story = { decorators: [at({ endpoint: failing ?? '' })] }
export const OpenedDisabled: Story = { decorators: [at({ endpoint: disabled ?? '' })] }

/** Signs with a key of ours, and two of them at once. */
export const OpenedInGerman: Story = {
  loaders: [inGerman(...everyLanguage)],
  decorators: [
    at({ endpoint: rotating ?? '' }, { ...full, locale: 'de' }),
    onSurface({ locale: 'de' }),
  ],
}

export const AsPage: Story = { decorators: [at({ endpoint: ledger ?? '', tab: 'overview' })] }
export const ItsDeliveries: Story = {
  decorators: [at({ endpoint: ledger ?? '', tab: 'deliveries' })],
}
export const ItsTest: Story = { decorators: [at({ endpoint: ledger ?? '', tab: 'test' })] }
export const ItsSignature: Story = {
  decorators: [at({ endpoint: ledger ?? '', tab: 'signature' }), onSurface({ widthPx: 360 })],
}
