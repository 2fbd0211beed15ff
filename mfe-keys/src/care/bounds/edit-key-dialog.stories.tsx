import { keyScopes } from '@sonaqor/contract/access'
import type { Key } from '@sonaqor/contract/keys'
import { broadKey } from '@sonaqor/storybook/fixtures/key-care'
import { unbroken } from '@sonaqor/storybook/fixtures/unbroken'
import { onModule } from '@sonaqor/storybook/on-module'
import { inGerman, onSurface } from '@sonaqor/storybook/on-surface'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { languages } from '../../texts/index.ts'
import { languages as ofCare } from '../texts/index.ts'
import { EditKeyDialog } from './edit-key-dialog.tsx'

export default {
  title: 'Keys/Edit',
  component: EditKeyDialog,
  args: { keyToEdit: broadKey(), onClose: () => undefined },
} satisfies Meta<typeof EditKeyDialog>

type Story = StoryObj<typeof EditKeyDialog>

const given = (key: Key, locale = 'en') => ({
  scopes: keyScopes,
  locale,
  api: { keys: { show: () => Promise.resolve(key), update: () => Promise.reject(refused) } },
})

const refused = Object.assign(new Error(), {
  problem: {
    code: 'invalid',
    title: 'Invalid',
    detail: 'Some fields are wrong.',
    errors: [{ pointer: '#/requestsPerMinute', detail: 'must be at most 3000' }],
  },
})

const found = async <E extends HTMLElement>(selector: string): Promise<E> => {
  const element = document.querySelector<E>(selector)
  if (element) return element
  await new Promise((resolve) => setTimeout(resolve, 20))
  return found(selector)
}

const write = (field: HTMLTextAreaElement | HTMLInputElement, text: string) => {
  const { prototype } = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

const bounded = broadKey({
  ipAllowlist: ['203.0.113.0/24', '2001:db8::/32'],
  requestsPerMinute: 600,
})

export const Form: Story = {
  args: { keyToEdit: bounded },
  decorators: [onModule(given(bounded))],
}

/** The list that is written holds no address from which the key is used. */
export const ShutsOut: Story = {
  decorators: [onModule(given(broadKey()))],
  play: async () => {
    write(await found<HTMLTextAreaElement>('dialog textarea'), '198.51.100.0/24')
    const button = await found('dialog [type=submit]')
    button.click()
  },
}

export const Refused: Story = {
  decorators: [onModule(given(broadKey()))],
  play: async () => {
    write(await found<HTMLInputElement>('dialog [inputmode=numeric]'), '9000')
    const button = await found('dialog [type=submit]')
    button.click()
  },
}

/** What is refused from then on is said before. */
export const Narrowed: Story = {
  decorators: [onModule(given(broadKey()))],
  play: async () => (await found('dialog .sq-scopes [type=checkbox]')).click(),
}

export const German: Story = {
  args: { keyToEdit: bounded },
  loaders: [inGerman(languages), inGerman(ofCare)],
  decorators: [onModule(given(bounded, 'de')), onSurface({ locale: 'de' })],
}

export const NarrowedInGerman: Story = {
  ...Narrowed,
  loaders: [inGerman(languages), inGerman(ofCare)],
  decorators: [onModule(given(broadKey(), 'de')), onSurface({ locale: 'de' })],
}

export const UnbrokenName: Story = {
  args: { keyToEdit: broadKey({ label: unbroken }) },
  decorators: [onModule(given(broadKey({ label: unbroken })))],
}
