import { endpointOf } from '@sonaqor/storybook/fixtures/webhook-endpoints'
import { attemptOf, reformattedVerdict, sentTestOf } from '@sonaqor/storybook/fixtures/webhooks'
import { onModule } from '@sonaqor/storybook/on-module'
import { inGerman, onSurface } from '@sonaqor/storybook/on-surface'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { hostWith } from '../testing/answers.ts'
import { everyLanguage } from '../testing/page-languages.ts'
import { SignatureSteps } from './signature-steps.tsx'
import { SendTest } from './send-test.tsx'
import { Snippets } from './snippets.tsx'
import { VerdictView } from './verdict-view.tsx'

export default { title: 'Webhooks/Trial', component: SendTest } satisfies Meta<typeof SendTest>

type Story = StoryObj<typeof SendTest>

const args = { of: endpointOf() }

export const Test: Story = { args, decorators: [onModule(hostWith())] }
export const Loading: Story = {
  args,
  decorators: [onModule(hostWith({ listEventTypes: () => new Promise(() => {}) }))],
}
export const Failed: Story = {
  args,
  decorators: [
    onModule(hostWith({ listEventTypes: () => Promise.reject(new TypeError('no answer')) })),
  ],
}
export const Steps: Story = {
  args,
  render: () => <SignatureSteps of={sentTestOf().signature} />,
  decorators: [onModule(hostWith())],
}
export const Verify: Story = {
  args,
  render: () => <Snippets signing="ed25519" />,
  decorators: [onModule(hostWith()), onSurface({ widthPx: 360 })],
}
export const Verdict: Story = {
  args,
  render: () => (
    <VerdictView of={reformattedVerdict} headers={attemptOf().request.headers} signing="hmac" />
  ),
  decorators: [onModule(hostWith())],
}
export const VerdictInGerman: Story = {
  args,
  render: () => (
    <VerdictView of={reformattedVerdict} headers={attemptOf().request.headers} signing="hmac" />
  ),
  loaders: [inGerman(...everyLanguage)],
  decorators: [
    onModule({ ...hostWith(), locale: 'de' }),
    onSurface({ locale: 'de', widthPx: 360 }),
  ],
}
