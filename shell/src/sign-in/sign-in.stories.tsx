import type { Client } from '@sonaqor/contract/client'
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
const withPeople = (data: typeof people): Pick<Client, 'demo'> => ({
  demo: { people: () => Promise.resolve({ data }) },
})
const patient = { signIn: () => new Promise<void>(() => {}) } as unknown as MemberSession

export const Plain: Story = { args: { api: withPeople([]), member: patient, isDemo: false } }

export const Demo: Story = { args: { api: withPeople(people), member: patient, isDemo: true } }

export const UnbrokenNames: Story = {
  args: {
    api: withPeople([person(unbroken, unbroken, 'owner'), ...people]),
    member: patient,
    isDemo: true,
  },
}

export const Ended: Story = {
  args: { api: withPeople([]), member: patient, isDemo: false, hasEnded: true },
}
