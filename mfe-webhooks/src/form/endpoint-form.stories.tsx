import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { endpointOf } from '@sonaqor/storybook/fixtures/webhook-endpoints'
import { onModule } from '@sonaqor/storybook/on-module'
import { inGerman, onSurface } from '@sonaqor/storybook/on-surface'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { hostWith } from '../testing/answers.ts'
import { everyLanguage } from '../testing/page-languages.ts'
import CreateEndpointView from './create-endpoint-view.tsx'
import { EditEndpointDialog } from './edit-endpoint-dialog.tsx'

export default {
  title: 'Webhooks/Form',
  component: CreateEndpointView,
} satisfies Meta<typeof CreateEndpointView>

type Story = StoryObj<typeof CreateEndpointView>

const full = hostWith({
  simulate: () =>
    Promise.resolve({
      before: {},
      passes: true,
      conditions: [],
      after: { type: 'keys.issued', data: {} },
      fault: null,
      tookMs: 0.4,
    }),
})

export const New: Story = { decorators: [onModule(full)] }
export const NewInGerman: Story = {
  loaders: [inGerman(...everyLanguage)],
  decorators: [onModule({ ...full, locale: 'de' }), onSurface({ locale: 'de', widthPx: 360 })],
}
export const NoApps: Story = {
  decorators: [onModule(hostWith({}, { api: { apps: { list: () => pageWith([]) } } }))],
}
export const NoPermission: Story = { decorators: [onModule({ ...full, scopes: [] })] }

/** With everything that there is to set. */
const set = endpointOf({
  filter: [
    { path: 'data.amount', operator: 'above', value: 100 },
    { path: 'data.state', operator: 'is-one-of', value: ['active', 'paused'] },
  ],
  headerNames: ['Authorization'],
  maxPerSecond: 20,
  isOrdered: true,
  transformation: 'function transform(event) {\n  return event\n}',
})
const Editing = () => <EditEndpointDialog of={set} onClose={() => undefined} />

export const Edit: Story = { render: Editing, decorators: [onModule(full)] }
export const EditInGerman: Story = {
  render: Editing,
  loaders: [inGerman(...everyLanguage)],
  decorators: [onModule({ ...full, locale: 'de' }), onSurface({ locale: 'de' })],
}
