import type { SsoSettings } from '@sonaqor/contract/sso'
import { onModule } from '@sonaqor/storybook/on-module'
import { inGerman, onSurface } from '@sonaqor/storybook/on-surface'
import { memoryViewState, type FakeModuleOptions } from '@sonaqor/module/testing'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import SecurityPage from './security-page.tsx'
import { connection, nothingSetUp, settings } from './testing/settings.ts'
import { languages } from './texts/index.ts'

export default {
  title: 'Home/Sign-in & security',
  component: SecurityPage,
} satisfies Meta<typeof SecurityPage>

type Story = StoryObj

const policy = { secondFactorRequired: false, membersWithoutFactor: 3, revision: 1 }

const answering = (sso: SsoSettings, options: FakeModuleOptions = {}): FakeModuleOptions => ({
  scopes: ['security:read', 'security:write'],
  ...options,
  api: {
    security: { show: () => Promise.resolve(policy) },
    sso: { show: () => Promise.resolve(sso) },
  },
})

const on = { ...settings, connection: { ...connection, enabled: true } }

export const NothingSetUp: Story = {
  decorators: [onModule(answering(nothingSetUp))],
}

export const ReadyToBeSwitchedOn: Story = {
  decorators: [onModule(answering(settings))],
}

export const Required: Story = {
  decorators: [onModule(answering({ ...on, connection: { ...on.connection, required: true } }))],
}

/** The provider does not know us. */
export const FoundWanting: Story = {
  decorators: [
    onModule(
      answering({
        ...settings,
        connection: {
          ...connection,
          check: { state: 'bad', at: connection.check.at, fault: 'client-refused' },
        },
      }),
    ),
  ],
}

export const ForWhoMayOnlyLook: Story = {
  decorators: [onModule(answering(on, { scopes: ['security:read'] }))],
}

export const SettingUp: Story = {
  decorators: [
    onModule(answering(nothingSetUp, { viewState: memoryViewState({ setUp: 'true' }) })),
  ],
}

export const InAColumn: Story = {
  decorators: [onModule(answering(settings)), onSurface({ widthPx: 360 })],
}

export const German: Story = {
  loaders: [inGerman(languages)],
  decorators: [onModule(answering(settings, { locale: 'de' })), onSurface({ locale: 'de' })],
}

export const WithoutTheScope: Story = {
  decorators: [onModule({ scopes: [], api: {} })],
}
