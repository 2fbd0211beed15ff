import { memoryViewState, type FakeModuleOptions } from '@sonaqor/module/testing'
import { ago, hourMs } from '@sonaqor/storybook/fixtures/time'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { deliveries, deliveryDetailOf } from '@sonaqor/storybook/fixtures/webhooks'
import { onModule } from '@sonaqor/storybook/on-module'
import { inGerman, onSurface } from '@sonaqor/storybook/on-surface'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { hostWith } from '../testing/answers.ts'
import { everyLanguage } from '../testing/page-languages.ts'
import DeliveriesPage from './deliveries-page.tsx'

export default {
  title: 'Webhooks/Deliveries',
  component: DeliveriesPage,
} satisfies Meta<typeof DeliveriesPage>

type Story = StoryObj<typeof DeliveriesPage>

const full = hostWith(
  { listDeliveries: () => pageWith(deliveries, 'more') },
  { scopes: ['webhooks:read', 'webhooks:write', 'logs:read', 'customers:read'] },
)
const delivery = deliveries[0]?.id ?? ''
const at = (state: Readonly<Record<string, string>>, options: FakeModuleOptions = full) =>
  onModule({ ...options, viewState: memoryViewState(state) })

export const Full: Story = { decorators: [onModule(full)] }
export const InAColumn: Story = { decorators: [onModule(full), onSurface({ widthPx: 360 })] }
export const German: Story = {
  loaders: [inGerman(...everyLanguage)],
  decorators: [onModule({ ...full, locale: 'de' }), onSurface({ locale: 'de', widthPx: 720 })],
}
export const Empty: Story = {
  decorators: [onModule(hostWith({ listDeliveries: () => pageWith([]) }))],
}
export const NothingFound: Story = {
  decorators: [at({ result: 'failed' }, hostWith({ listDeliveries: () => pageWith([]) }))],
}
export const SearchUnread: Story = { decorators: [at({ find: 'who knows' })] }

/** It would have taken too long to look into each payload. */
export const CutShort: Story = {
  decorators: [
    at(
      { find: 'data.keyId=1' },
      hostWith({
        listDeliveries: async () => ({
          ...(await pageWith(deliveries.slice(0, 1), 'further')),
          lookedTo: ago(5 * hourMs),
        }),
      }),
    ),
  ],
}
export const Loading: Story = {
  decorators: [onModule(hostWith({ listDeliveries: () => new Promise(() => {}) }))],
}
export const Failed: Story = {
  decorators: [
    onModule(hostWith({ listDeliveries: () => Promise.reject(new TypeError('no answer')) })),
  ],
}
export const NoPermission: Story = { decorators: [onModule({ ...full, scopes: [] })] }

export const Opened: Story = { decorators: [at({ delivery })] }
export const OpenedInAColumn: Story = {
  decorators: [at({ delivery }), onSurface({ widthPx: 360 })],
}
export const OpenedInGerman: Story = {
  loaders: [inGerman(...everyLanguage)],
  decorators: [at({ delivery }, { ...full, locale: 'de' }), onSurface({ locale: 'de' })],
}

/** Somebody who may see no values. */
export const StructureAlone: Story = {
  decorators: [
    at(
      { delivery },
      hostWith(
        {
          showDelivery: () =>
            Promise.resolve(
              deliveryDetailOf({ payload: '{"type":"string","data":{"keyId":"string"}}' }),
            ),
        },
        { scopes: ['webhooks:read'] },
      ),
    ),
  ],
}
