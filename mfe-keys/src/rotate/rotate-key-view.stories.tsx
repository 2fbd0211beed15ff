import { keyScopes } from '@sonaqor/contract/access'
import type { Key } from '@sonaqor/contract/keys'
import { rotatingKey } from '@sonaqor/storybook/fixtures/key-rotation'
import { keyOf } from '@sonaqor/storybook/fixtures/keys'
import { ago, dayMs } from '@sonaqor/storybook/fixtures/time'
import { unbroken } from '@sonaqor/storybook/fixtures/unbroken'
import { onModule } from '@sonaqor/storybook/on-module'
import { inGerman, onSurface } from '@sonaqor/storybook/on-surface'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { languages } from '../texts/index.ts'
import RotateKeyView from './rotate-key-view.tsx'

/** As wide as the dialog that a host draws around it. */
export default {
  title: 'Keys/Rotate',
  component: RotateKeyView,
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 520, padding: 20 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof RotateKeyView>

type Story = StoryObj<typeof RotateKeyView>

const given = (key: Key, locale = 'en') => ({
  scopes: keyScopes,
  params: { keyId: key.id },
  locale,
  api: {
    keys: {
      show: () => Promise.resolve(key),
      rotate: () =>
        Promise.resolve({
          ...rotatingKey({ label: key.label }),
          secret: 'sq_test_Nw7d-of-a-story-and-opens-no-door-k2Ty',
        }),
    },
  },
})

const found = async (root: HTMLElement, selector: string): Promise<HTMLElement> => {
  const element = root.querySelector<HTMLElement>(selector)
  if (element) return element
  await new Promise((resolve) => setTimeout(resolve, 20))
  return found(root, selector)
}

export const Form: Story = { decorators: [onModule(given(keyOf()))] }

export const German: Story = {
  loaders: [inGerman(languages)],
  decorators: [
    onModule(given(keyOf({ expiresAt: ago(-9 * dayMs) }), 'de')),
    onSurface({ locale: 'de' }),
  ],
}

/** What stops working is said before it is ended at once. */
export const Now: Story = {
  decorators: [onModule(given(keyOf()))],
  play: async ({ canvasElement }) => (await found(canvasElement, '[type=radio][id$=now]')).click(),
}

export const TwoSecrets: Story = { decorators: [onModule(given(rotatingKey()))] }

export const TwoSecretsInGerman: Story = {
  loaders: [inGerman(languages)],
  decorators: [onModule(given(rotatingKey(), 'de')), onSurface({ locale: 'de' })],
}

export const UnbrokenName: Story = { decorators: [onModule(given(keyOf({ label: unbroken })))] }

export const Rotated: Story = {
  decorators: [onModule(given(keyOf()))],
  play: async ({ canvasElement }) => (await found(canvasElement, '[type=submit]')).click(),
}

export const RotatedInGerman: Story = {
  ...Rotated,
  loaders: [inGerman(languages)],
  decorators: [onModule(given(keyOf(), 'de')), onSurface({ locale: 'de' })],
}

export const Over: Story = { decorators: [onModule(given(keyOf({ state: 'revoked' })))] }

export const LacksAScope: Story = {
  decorators: [onModule({ ...given(keyOf()), scopes: ['keys:read', 'keys:write'] })],
}

export const NoPermission: Story = {
  decorators: [onModule({ ...given(keyOf()), scopes: ['keys:read'] })],
}
