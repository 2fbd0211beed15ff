import { scopesOf } from '@sonaqor/contract/access'
import type { TeamMember } from '@sonaqor/contract/team'
import { onModule } from '@sonaqor/storybook/on-module'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { ActDialog } from './act-dialog.tsx'
import { InviteOutcome } from '../invite/invite-outcome.tsx'
import { SignReviewDialog } from '../../reviews/sign-review-dialog.tsx'
import { StartReviewDialog } from '../../reviews/start-review-dialog.tsx'
import type { ActName } from '../team-acts.ts'
import { ada, clara, dana, invited, people } from '../testing/people.ts'
import { decidedReview } from '../../reviews/testing/reviews.ts'
import { apiOver } from '../testing/team-api.ts'

export default {
  title: 'Home/Team acts',
  component: ActDialog,
  decorators: [onModule({ scopes: scopesOf('owner'), api: apiOver(people) })],
} satisfies Meta<typeof ActDialog>

type Story = StoryObj

const nothing = () => undefined
const asking = (act: ActName, member: TeamMember): Story => ({
  render: () => <ActDialog act={act} member={member} onClose={nothing} onGone={nothing} />,
})

const soon = () => new Promise((drawn) => setTimeout(drawn, 120))

export const ChangingRole: Story = {
  ...asking('changeRole', dana),
  play: async ({ canvasElement }) => {
    await soon()
    canvasElement.querySelectorAll<HTMLInputElement>('input[type=radio]')[3]?.click()
    await soon()
  },
}
export const ChangingOwnRole: Story = {
  ...asking('changeRole', ada),
  play: ChangingRole.play ?? nothing,
}
export const GivingCompliance: Story = asking('giveCompliance', dana)
export const TakingCompliance: Story = asking('takeCompliance', clara)
export const ResettingFactors: Story = asking('resetFactors', clara)
export const Suspending: Story = asking('suspend', dana)
export const Removing: Story = asking('remove', dana)
export const Leaving: Story = asking('leave', ada)
export const CancellingInvitation: Story = asking('cancel', invited)

export const InvitedInPart: Story = {
  render: () => (
    <InviteOutcome
      rows={[
        { email: 'ada@northwind.example', outcome: 'member', inviteId: null },
        { email: 'grace@northwind.example', outcome: 'already-invited', inviteId: null },
        { email: 'not an address', outcome: 'not-an-address', inviteId: null },
        { email: 'noor@northwind.example', outcome: 'too-often', inviteId: null },
        { email: 'mei@northwind.example', outcome: 'invited', inviteId: 'i1' },
      ]}
      onCorrect={nothing}
      onClose={nothing}
    />
  ),
}
export const StartingReview: Story = {
  render: () => <StartReviewDialog onStarted={nothing} onClose={nothing} />,
}
export const SigningReview: Story = {
  render: () => <SignReviewDialog review={decidedReview} onClose={nothing} />,
}
