import type { Client } from '@sonaqor/contract/client'
import type { Invitation } from '@sonaqor/contract/invites'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { frameOf } from '../frame/testing/frame-of.ts'
import { wrongField } from '../identity/testing/people.ts'
import { LinkPage } from './link-page.tsx'
import type { MailLink } from './link.ts'

const invitation: Invitation = {
  tenant: 'Northwind',
  inviter: 'Ada Moreau',
  email: 'dana@northwind.example',
  role: 'developer',
  expiresAt: '2199-01-01T00:00:00Z',
  known: false,
  signedIn: false,
  bySso: false,
}

const done = () => Promise.resolve()
const over = () => Promise.reject(wrongField('#/token'))

function apiWith(show: () => Promise<Invitation>): Client {
  return {
    auth: {
      requestReset: done,
      signUp: done,
      checkLink: done,
      resetPassword: over,
      confirmEmail: done,
    },
    invites: { show },
  } as unknown as Client
}

export default {
  title: 'Shell/Links of mails',
  parameters: { bringsMain: true },
  component: LinkPage,
  args: {
    api: apiWith(() => Promise.resolve(invitation)),
    member: {
      enter: () => new Promise(() => undefined),
      resume: () => Promise.resolve(),
    },
    language: frameOf().language,
    onEntered: () => undefined,
  },
} satisfies Meta<typeof LinkPage>

type Story = StoryObj<typeof LinkPage>

const page = (name: MailLink['page'], token?: string): Story => ({
  args: { link: { page: name, token } },
})

const soon = () => new Promise((drawn) => setTimeout(drawn, 120))
const sent = (story: Story): Story => ({
  ...story,
  play: async ({ canvasElement }) => {
    await soon()
    const form = canvasElement.querySelector('form')
    form?.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }))
    await soon()
  },
})

export const ForgotPassword = page('reset-password')
export const ForgotPasswordSent = sent(page('reset-password'))
export const NewPassword = page('reset-password', 't')
export const LinkOver = sent(page('reset-password', 't'))
export const SignUp = page('sign-up')
export const SignUpLoadedAnew: Story = {
  ...page('sign-up'),
  beforeEach: () => {
    history.replaceState({ ...history.state, openedByMail: true }, '')
    return () => history.replaceState({ ...history.state, openedByMail: false }, '')
  },
}
export const SignUpSent = sent(page('sign-up'))
export const FinishSignUp = page('sign-up', 't')
export const ConfirmEmail = page('confirm-email', 't')
export const WithoutToken = page('confirm-email')
export const InviteOfSomebodyNew = page('accept-invite', 't')
export const InviteOfSomebodyKnown: Story = {
  args: {
    link: { page: 'accept-invite', token: 't' },
    api: apiWith(() => Promise.resolve({ ...invitation, known: true })),
  },
}
export const InviteByCompany: Story = {
  args: {
    link: { page: 'accept-invite', token: 't' },
    api: apiWith(() => Promise.resolve({ ...invitation, bySso: true })),
  },
}
export const InviteOver: Story = {
  args: {
    link: { page: 'accept-invite', token: 't' },
    api: apiWith(() => Promise.reject(wrongField('#/token'))),
  },
}
