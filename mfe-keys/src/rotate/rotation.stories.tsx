import type { KeyRotation } from '@sonaqor/contract/key-rotation'
import {
  quietRotation,
  rotatingKey,
  rotationOf,
  userOf,
} from '@sonaqor/storybook/fixtures/key-rotation'
import { useInLogs } from '@sonaqor/storybook/fixtures/key-usage'
import { keys } from '@sonaqor/storybook/fixtures/keys'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { apps } from '@sonaqor/storybook/fixtures/projects'
import { unbroken } from '@sonaqor/storybook/fixtures/unbroken'
import { onModule } from '@sonaqor/storybook/on-module'
import { inGerman, onSurface } from '@sonaqor/storybook/on-surface'
import { memoryViewState, type FakeModuleOptions } from '@sonaqor/module/testing'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { languages as ofCare } from '../care/texts/index.ts'
import { languages } from '../texts/index.ts'
import KeysPage from '../list/keys-page.tsx'

/** A key that has two secrets, in its drawer. */
export default { title: 'Keys/Rotation', component: KeysPage } satisfies Meta<typeof KeysPage>

type Story = StoryObj<typeof KeysPage>

const key = rotatingKey()

const given = (
  rotation: () => Promise<KeyRotation>,
  more: Partial<FakeModuleOptions> = {},
): FakeModuleOptions => ({
  scopes: ['keys:read', 'keys:write', 'apps:read', 'logs:read', ...key.scopes],
  viewState: memoryViewState({ key: key.id }),
  api: {
    keys: {
      list: () => pageWith([key, ...keys.slice(1)]),
      show: () => Promise.resolve(key),
      rotation,
    },
    logs: useInLogs,
    apps: { list: () => pageWith(apps) },
  },
  ...more,
})

const told =
  (change: Partial<KeyRotation> = {}) =>
  () =>
    Promise.resolve(rotationOf(change))

export const StillUsed: Story = { decorators: [onModule(given(told()))] }

export const SafeToEnd: Story = {
  decorators: [onModule(given(() => Promise.resolve(quietRotation())))],
}

const { oldSecret, newSecret } = rotationOf()

export const NewUnused: Story = {
  decorators: [
    onModule(
      given(
        told({
          because: 'new-unused',
          newSecret: { ...newSecret, requests: 0, lastUsedAt: null },
          oldSecret: oldSecret && { ...oldSecret, requests: 0, lastUsedAt: null },
          users: [],
        }),
      ),
    ),
  ],
}

export const ManyUsers: Story = {
  decorators: [
    onModule(
      given(
        told({
          users: Array.from({ length: 40 }, (_, index) =>
            userOf({ ip: `203.0.113.${index}`, userAgent: unbroken }),
          ),
        }),
      ),
    ),
  ],
}

export const InGerman: Story = {
  loaders: [inGerman(languages), inGerman(ofCare)],
  decorators: [onModule(given(told(), { locale: 'de' })), onSurface({ locale: 'de' })],
}

export const ReadOnly: Story = {
  decorators: [onModule(given(told(), { kind: 'embed', scopes: ['keys:read'] }))],
}

export const Loading: Story = {
  decorators: [onModule(given(() => new Promise(() => undefined)))],
}

export const Failed: Story = {
  decorators: [onModule(given(() => Promise.reject(new TypeError('no answer'))))],
}

/** The question stands at once for whoever comes from a partner's page. */
export const Ending: Story = {
  decorators: [
    onModule(given(told(), { viewState: memoryViewState({ key: key.id, act: 'end' }) })),
  ],
}

export const EndingInGerman: Story = {
  loaders: [inGerman(languages), inGerman(ofCare)],
  decorators: [
    onModule(
      given(told(), {
        locale: 'de',
        viewState: memoryViewState({ key: key.id, act: 'end' }),
      }),
    ),
    onSurface({ locale: 'de' }),
  ],
}

export const EndingSafely: Story = {
  decorators: [
    onModule(
      given(() => Promise.resolve(quietRotation()), {
        viewState: memoryViewState({ key: key.id, act: 'end' }),
      }),
    ),
  ],
}
