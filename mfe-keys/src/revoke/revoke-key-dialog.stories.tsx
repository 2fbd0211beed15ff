import { keyOf } from '@sonaqor/storybook/fixtures/keys'
import { unbroken } from '@sonaqor/storybook/fixtures/unbroken'
import { onModule } from '@sonaqor/storybook/on-module'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { RevokeKeyDialog } from './revoke-key-dialog.tsx'

const nothing = () => undefined
const live = keyOf({ environment: 'production', prefix: 'sq_live_9fK2' })
const noFactor = { totp: null, passkeys: [], recoveryCodesLeft: 0 }
const account = { showFactors: () => Promise.resolve(noFactor) }

export default {
  title: 'Keys/Revoke',
  component: RevokeKeyDialog,
  decorators: [onModule({ scopes: ['keys:write'] })],
  args: { appName: 'Checkout', onRevoked: nothing, onClose: nothing },
} satisfies Meta<typeof RevokeKeyDialog>

type Story = StoryObj<typeof RevokeKeyDialog>

export const InUse: Story = { args: { keyToRevoke: keyOf() } }
export const NeverUsed: Story = { args: { keyToRevoke: keyOf({ lastUsedAt: null }) } }
export const Production: Story = { args: { keyToRevoke: live } }
export const WithoutFactor: Story = {
  decorators: [onModule({ scopes: ['keys:write'], api: { account }, setUpFactor: nothing })],
  args: { keyToRevoke: live },
}
export const UnbrokenName: Story = { args: { keyToRevoke: keyOf({ label: unbroken }) } }
