import type { Look } from '@sonaqor/contract/staff'
import type { Host } from '@sonaqor/embed/host'
import { running } from '@sonaqor/storybook/fixtures/support-access'
import { unbroken } from '@sonaqor/storybook/fixtures/unbroken'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { grantOfLook } from './grant-of-look.ts'
import { LookPage } from './look-page.tsx'

const look: Look = {
  token: 'a token',
  expiresIn: 300,
  access: running,
  tenant: { id: '1', name: 'Harbour Bank' },
  scopes: ['projects:read', 'keys:read', 'logs:read'],
  environments: ['sandbox', 'production'],
}

/** The modules themselves have stories of their own; here is what stands around them. */
const hostOf = (lent: Look) =>
  ({
    state: () => ({ environment: grantOfLook(lent).environment }),
    update: () => undefined,
    place: () => ({ remove: () => undefined }),
  }) as unknown as Host

const looking = (change: Partial<Look> = {}): Story => ({
  args: { look: { ...look, ...change }, locale: 'en', host: hostOf({ ...look, ...change }) },
})

export default {
  title: 'Staff/Look',
  component: LookPage,
  parameters: { bringsMain: true },
} satisfies Meta<typeof LookPage>

type Story = StoryObj<typeof LookPage>

export const BothEnvironments: Story = looking()
export const SandboxAlone: Story = looking({ environments: ['sandbox'] })
export const NothingLent: Story = looking({
  scopes: [],
  tenant: { id: '1', name: unbroken },
})
