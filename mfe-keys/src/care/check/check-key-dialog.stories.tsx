import type { KeyCheck } from '@sonaqor/contract/keys'
import { keyOf } from '@sonaqor/storybook/fixtures/keys'
import { ago, hourMs } from '@sonaqor/storybook/fixtures/time'
import { onModule } from '@sonaqor/storybook/on-module'
import { inGerman, onSurface } from '@sonaqor/storybook/on-surface'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { languages } from '../../texts/index.ts'
import { languages as ofCare } from '../texts/index.ts'
import { CheckKeyDialog } from './check-key-dialog.tsx'

export default {
  title: 'Keys/Check',
  component: CheckKeyDialog,
  args: { appName: () => 'Checkout', onOpen: () => undefined, onClose: () => undefined },
} satisfies Meta<typeof CheckKeyDialog>

type Story = StoryObj<typeof CheckKeyDialog>

/** Its checksum holds, and it opens nothing. */
const secret = 'sq_test_0000000000000000000000000000004Dr3bM'
const known: KeyCheck = {
  is: 'known',
  environment: 'sandbox',
  secret: 'newest',
  works: true,
  key: keyOf(),
}

const field = async (): Promise<HTMLInputElement> => {
  const element = document.querySelector<HTMLInputElement>('dialog input')
  if (element) return element
  await new Promise((resolve) => setTimeout(resolve, 20))
  return field()
}

const given = (answer: () => Promise<KeyCheck>, locale = 'en') =>
  onModule({ scopes: ['keys:read'], locale, api: { keys: { check: answer } } })

const pasting = (text: string) => async () => {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text', text)
  const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
  const box = await field()
  box.dispatchEvent(paste)
}

const told = (change: Partial<KeyCheck>, text = secret): Story => ({
  decorators: [given(() => Promise.resolve({ ...known, ...change }))],
  play: pasting(text),
})

export const Empty: Story = { decorators: [given(() => Promise.resolve(known))] }
export const Yours: Story = told({})
export const OldSecret: Story = told({ secret: 'old' })
export const EndedSecret: Story = told({ secret: 'ended', works: false })
export const Over: Story = told({
  works: false,
  key: keyOf({ state: 'revoked', revokedAt: ago(hourMs) }),
})
export const Unknown: Story = told({ is: 'unknown', secret: null, works: null, key: null })
export const NoKey: Story = told({}, 'hello')
export const Damaged: Story = told({}, secret.slice(0, -3))

export const Failed: Story = {
  decorators: [given(() => Promise.reject(new TypeError('no answer')))],
  play: pasting(secret),
}

export const InGerman: Story = {
  loaders: [inGerman(languages), inGerman(ofCare)],
  decorators: [given(() => Promise.resolve(known), 'de'), onSurface({ locale: 'de' })],
  play: pasting(secret),
}
