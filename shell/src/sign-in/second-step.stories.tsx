import type { Client } from '@sonaqor/contract/client'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { frameOf } from '../frame/testing/frame-of.ts'
import { problem } from '../identity/testing/people.ts'
import { Door } from '../door/door.tsx'
import type { MemberSession } from '../session/member-session.ts'
import * as texts from '../texts/en.ts'
import { SecondStep } from './second-step.tsx'

const nothing = () => undefined
const member = (enter: () => Promise<void>) => ({ enter }) as unknown as MemberSession

export default {
  title: 'Shell/Sign in, second step',
  parameters: { bringsMain: true },
  component: SecondStep,
  args: {
    api: {} as Client,
    member: member(() => new Promise(nothing)),
    signingIn: { begin: nothing },
    isHeaded: true,
    waiting: { ticket: 't', methods: ['totp', 'recovery-code'], code: undefined },
  },
  decorators: [
    (Story) => (
      <Door language={frameOf().language} title={texts.secondStep}>
        <Story />
      </Door>
    ),
  ],
} satisfies Meta<typeof SecondStep>

type Story = StoryObj<typeof SecondStep>

export const Code: Story = {}
export const RecoveryCode: Story = {
  args: { waiting: { ticket: 't', methods: ['recovery-code'], code: undefined } },
}
export const KnownInTheDemo: Story = {
  args: { waiting: { ticket: 't', methods: ['totp'], code: '135790' } },
}

/** Sends the form as it is, and comes back once the answer is drawn. */
const send: Story['play'] = async ({ canvasElement }) => {
  const form = canvasElement.querySelector('form')
  form?.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }))
  await new Promise((drawn) => setTimeout(drawn, 60))
}
async function refuse(error: Error): Promise<never> {
  throw error
}
const refusing = (error: Error): Story => ({
  ...KnownInTheDemo,
  args: { ...KnownInTheDemo.args, member: member(() => refuse(error)) },
  play: send,
})

export const Wrong = refusing(problem('unauthenticated', { status: 401 }))
export const Locked = refusing(problem('quota-exceeded', { status: 429 }))
export const Unanswered = refusing(new TypeError('fetch'))
