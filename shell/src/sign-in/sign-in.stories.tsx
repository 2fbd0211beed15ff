import { ProblemError, type Client } from '@sonaqor/contract/client'
import type { Role } from '@sonaqor/contract/access'
import { unbroken } from '@sonaqor/storybook/fixtures/unbroken'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import type { MemberSession } from '../session/member-session.ts'
import { SignIn } from './sign-in.tsx'

export default { title: 'Shell/Sign in', component: SignIn } satisfies Meta<typeof SignIn>

type Story = StoryObj<typeof SignIn>

const person = (tenant: string, name: string, role: Role) => ({
  tenant,
  name,
  role,
  email: `${role}@${tenant.toLowerCase()}.example`,
  password: 'a password of the demo',
})
const people = [
  person('Northwind', 'Olga Owner', 'owner'),
  person('Northwind', 'Dana Developer', 'developer'),
  person('Contoso', 'Vito Viewer', 'viewer'),
]
const withPeople = (data: typeof people): Pick<Client, 'demo' | 'auth'> => ({
  auth: {} as Client['auth'],
  demo: { people: () => Promise.resolve({ data }) },
})
const patient = { signIn: () => new Promise<void>(() => {}) } as unknown as MemberSession

const refusing = {
  signIn: () =>
    Promise.reject(
      new ProblemError({
        type: '/docs/problems/unauthenticated',
        title: 'The credential is missing or no longer valid',
        status: 401,
        code: 'unauthenticated',
        detail: 'E-mail and password do not fit together.',
        instance: 'r1',
      }),
    ),
} as unknown as MemberSession

/** Sends the form as it is, and comes back once the answer is drawn. */
const send: Story['play'] = async ({ canvasElement }) => {
  const form = canvasElement.querySelector('form')
  form?.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }))
  await new Promise((drawn) => setTimeout(drawn, 60))
}

export const Plain: Story = { args: { api: withPeople([]), member: patient, isDemo: false } }

export const Demo: Story = { args: { api: withPeople(people), member: patient, isDemo: true } }

export const UnbrokenNames: Story = {
  args: {
    api: withPeople([person(unbroken, unbroken, 'owner'), ...people]),
    member: patient,
    isDemo: true,
  },
}

/** Neither the form nor the people of the demo take a second press meanwhile. */
export const Busy: Story = { ...Demo, play: send }

export const Refused: Story = {
  args: { api: withPeople([]), member: refusing, isDemo: false },
  play: send,
}

export const CapsLock: Story = {
  ...Plain,
  play: ({ canvasElement }) => {
    const press = new KeyboardEvent('keydown', { key: 'A', modifierCapsLock: true, bubbles: true })
    canvasElement.querySelector('[type=password]')?.dispatchEvent(press)
  },
}
