import { memoryViewState } from '@sonaqor/module/testing'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { accessOf, past, reads, running } from '@sonaqor/storybook/fixtures/support-access'
import { unbroken } from '@sonaqor/storybook/fixtures/unbroken'
import { onModule } from '@sonaqor/storybook/on-module'
import type { SupportAccess } from '@sonaqor/contract/support-access'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { AllowDialog } from './allow-dialog.tsx'
import { EndDialog } from './ask-dialogs.tsx'
import { OpenDialog } from './open-dialog.tsx'
import SupportAccessPage from './support-access-page.tsx'

export default {
  title: 'Home/Access by Sonaqor',
  component: SupportAccessPage,
} satisfies Meta<typeof SupportAccessPage>

type Story = StoryObj<typeof SupportAccessPage>

const scopes = ['support:consent', 'audit:read'] as const
const nothing = () => undefined

const answering = (open: readonly SupportAccess[], over: readonly SupportAccess[]) => ({
  supportAccess: {
    list: ({ query }: { query?: { open?: string | undefined } } = {}) =>
      pageWith(query?.open === 'true' ? open : over),
    reads: () => pageWith(reads),
  },
})

export const Full: Story = {
  decorators: [onModule({ scopes, api: answering([accessOf(), running], past) })],
}

export const NoneYet: Story = {
  decorators: [onModule({ scopes, api: answering([], []) })],
}

export const OneThatRuns: Story = {
  decorators: [
    onModule({
      scopes,
      api: answering([running], past),
      viewState: memoryViewState({ look: running.id }),
    }),
  ],
}

export const UnbrokenNames: Story = {
  decorators: [
    onModule({
      scopes,
      api: answering(
        [accessOf({ reason: unbroken, staff: { id: running.id, name: unbroken } })],
        [accessOf({ state: 'denied', reason: unbroken, id: 'denied' })],
      ),
    }),
  ],
}

export const Loading: Story = {
  decorators: [onModule({ scopes, api: { supportAccess: { list: () => new Promise(() => {}) } } })],
}

export const Failed: Story = {
  decorators: [
    onModule({
      scopes,
      api: { supportAccess: { list: () => Promise.reject(new TypeError('no answer')) } },
    }),
  ],
}

export const NoPermission: Story = { decorators: [onModule({ scopes: [] })] }

export const Allowing: Story = {
  decorators: [onModule({ scopes })],
  render: () => <AllowDialog of={accessOf()} onClose={nothing} />,
}

export const Opening: Story = {
  decorators: [onModule({ scopes })],
  render: () => <OpenDialog onClose={nothing} />,
}

export const Ending: Story = {
  decorators: [onModule({ scopes })],
  render: () => <EndDialog of={running} onClose={nothing} />,
}
