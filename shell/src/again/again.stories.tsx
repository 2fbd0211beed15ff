import type { Client } from '@sonaqor/contract/client'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { sessionOf } from '../identity/testing/people.ts'
import type { MemberSession } from '../session/member-session.ts'
import { EndingSoon } from './ending-soon.tsx'
import { SignInAgain } from './sign-in-again.tsx'

const nothing = () => undefined
const never = () => new Promise<never>(nothing)
const member = { renew: never, signOut: never, signIn: never, leave: nothing }
const args = {
  api: {} as Client,
  member: member as unknown as MemberSession,
  session: sessionOf(),
}

/** What a session asks of whoever sits at it, above their page. */
export default { title: 'Shell/Session ends', component: SignInAgain, args } satisfies Meta<
  typeof SignInAgain
>

type Story = StoryObj<typeof SignInAgain>

export const Ended: Story = {}
export const ByWish: Story = { args: { onClose: nothing } }

const soon = (isIdle: boolean): Story => ({
  render: () => (
    <EndingSoon
      member={member}
      ending={{ endsAt: Date.now() + 95_000, isIdle }}
      onSignIn={nothing}
      onClose={nothing}
    />
  ),
})

export const SoonUnused = soon(true)
export const SoonForGood = soon(false)
