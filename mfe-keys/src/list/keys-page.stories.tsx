import { keyScopes } from '@sonaqor/contract/access'
import { keyOf, keys } from '@sonaqor/storybook/fixtures/keys'
import { useInLogs, usesOfKeys } from '@sonaqor/storybook/fixtures/key-usage'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { appOf, apps } from '@sonaqor/storybook/fixtures/projects'
import { unbroken } from '@sonaqor/storybook/fixtures/unbroken'
import { onModule } from '@sonaqor/storybook/on-module'
import { inGerman, onSurface } from '@sonaqor/storybook/on-surface'
import { memoryViewState, type FakeModuleOptions } from '@sonaqor/module/testing'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { languages as ofCare } from '../care/texts/index.ts'
import { languages } from '../texts/index.ts'
import KeysPage from './keys-page.tsx'

export default { title: 'Keys/Page', component: KeysPage } satisfies Meta<typeof KeysPage>

type Story = StoryObj<typeof KeysPage>

const oneOf = (id: string) => {
  const key = keys.find((one) => one.id === id)
  return key ? Promise.resolve(key) : Promise.reject(new TypeError('no answer'))
}
const answers = {
  keys: {
    list: () => pageWith(keys, 'more'),
    show: ({ params }) => oneOf(params.id),
    usage: () => Promise.resolve(usesOfKeys()),
  },
  logs: useInLogs,
  apps: { list: () => pageWith(apps) },
} satisfies FakeModuleOptions['api']
const developer = {
  scopes: ['keys:read', 'keys:write', 'apps:read', 'logs:read'],
  api: answers,
} satisfies FakeModuleOptions

const unused = keyOf({ id: 'unused', label: 'Ledger import', lastUsedAt: null })

/** What an address leads to: `{ key: id }` is the page with that key's drawer. */
const at = (state: Readonly<Record<string, string>>) =>
  onModule({ ...developer, viewState: memoryViewState(state) })

const answering = (list: NonNullable<FakeModuleOptions['api']>['keys']) =>
  onModule({ ...developer, api: { ...answers, keys: list ?? {} } })

export const Full: Story = { decorators: [onModule(developer)] }

export const ReadOnly: Story = {
  decorators: [onModule({ scopes: ['keys:read'], kind: 'embed', api: answers })],
}

export const Compact: Story = {
  decorators: [onModule(developer), onSurface({ density: 'compact' })],
}

/** In a narrow column of a wide page. */
export const InAColumn: Story = {
  decorators: [onModule(developer), onSurface({ widthPx: 360 })],
}

export const German: Story = {
  loaders: [inGerman(languages), inGerman(ofCare)],
  decorators: [onModule({ ...developer, locale: 'de' }), onSurface({ locale: 'de' })],
}

export const Opened: Story = { decorators: [at({ key: keyOf().id })] }
export const OpenedExpired: Story = { decorators: [at({ key: keys[2]?.id ?? '' })] }
export const OpenedRevoked: Story = { decorators: [at({ key: keys[3]?.id ?? '' })] }

/** A link that was followed while the other environment is looked at. */
export const OpenedElsewhere: Story = { decorators: [at({ key: keys[1]?.id ?? '' })] }

export const OpenedUnused: Story = {
  decorators: [
    onModule({
      ...developer,
      api: { ...answers, keys: { ...answers.keys, show: () => Promise.resolve(unused) } },
      viewState: memoryViewState({ key: unused.id }),
    }),
  ],
}

export const OpenedWithAllScopes: Story = {
  decorators: [
    onModule({
      ...developer,
      api: {
        ...answers,
        keys: {
          list: () => pageWith([keyOf({ scopes: [...keyScopes] })]),
          show: () => Promise.resolve(keyOf({ scopes: [...keyScopes] })),
        },
      },
      viewState: memoryViewState({ key: keyOf().id }),
    }),
  ],
}

export const OpenedInGerman: Story = {
  loaders: [inGerman(languages), inGerman(ofCare)],
  decorators: [
    onModule({
      ...developer,
      locale: 'de',
      environment: 'production',
      viewState: memoryViewState({ key: keys[1]?.id ?? '' }),
    }),
    onSurface({ locale: 'de' }),
  ],
}

export const OpenedAndLost: Story = {
  decorators: [
    onModule({
      ...developer,
      api: { ...answers, keys: { ...answers.keys, show: () => Promise.reject(new TypeError('')) } },
      viewState: memoryViewState({ key: 'gone' }),
    }),
  ],
}

export const UnbrokenNames: Story = {
  decorators: [
    onModule({
      ...developer,
      api: {
        keys: { list: () => pageWith([keyOf({ label: unbroken, issuedBy: unbroken })]) },
        apps: { list: () => pageWith([appOf({ name: unbroken })]) },
      },
    }),
  ],
}

export const Filtered: Story = { decorators: [at({ state: 'active', search: 'server' })] }

export const NothingMatches: Story = {
  decorators: [
    onModule({
      ...developer,
      api: { ...answers, keys: { list: () => pageWith([]) } },
      viewState: memoryViewState({ state: 'expired', search: 'ledger' }),
    }),
  ],
}

export const Empty: Story = { decorators: [answering({ list: () => pageWith([]) })] }
export const Loading: Story = { decorators: [answering({ list: () => new Promise(() => {}) })] }

export const Failed: Story = {
  decorators: [answering({ list: () => Promise.reject(new TypeError('no answer')) })],
}

export const NoPermission: Story = { decorators: [onModule({ scopes: [] })] }
