import { endpointOf } from '@sonaqor/storybook/fixtures/webhook-endpoints'
import { replayPreviewOf } from '@sonaqor/storybook/fixtures/webhooks'
import { onModule } from '@sonaqor/storybook/on-module'
import { inGerman, onSurface } from '@sonaqor/storybook/on-surface'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { hostWith } from '../testing/answers.ts'
import { everyLanguage } from '../testing/page-languages.ts'
import { Preview } from './preview.tsx'
import { ReplayDialog } from './replay-dialog.tsx'
import { RetryFailedDialog } from './retry-failed-dialog.tsx'

export default {
  title: 'Webhooks/Recover',
  component: ReplayDialog,
} satisfies Meta<typeof ReplayDialog>

type Story = StoryObj<typeof ReplayDialog>

const args = { of: endpointOf(), onClose: () => undefined }

export const Replay: Story = { args, decorators: [onModule(hostWith())] }
export const ReplayInGerman: Story = {
  args,
  loaders: [inGerman(...everyLanguage)],
  decorators: [onModule({ ...hostWith(), locale: 'de' }), onSurface({ locale: 'de' })],
}
export const WhatWouldBeSent: Story = {
  args,
  render: () => <Preview of={replayPreviewOf()} />,
  decorators: [onModule(hostWith())],
}
export const NothingToSend: Story = {
  args,
  render: () => <Preview of={replayPreviewOf({ deliveries: 0 })} />,
  decorators: [onModule(hostWith())],
}
export const RetryFailed: Story = {
  args,
  render: (props) => <RetryFailedDialog {...props} />,
  decorators: [onModule(hostWith())],
}
