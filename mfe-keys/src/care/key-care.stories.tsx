import type { KeyAdvice } from '@sonaqor/contract/key-advice'
import {
  adviceOf,
  broadKey,
  earlyAdvice,
  fittingAdvice,
  historyOf,
  idleAdvice,
  leakedHistory,
} from '@sonaqor/storybook/fixtures/key-care'
import { useInLogs, usesOfKeys } from '@sonaqor/storybook/fixtures/key-usage'
import { keys } from '@sonaqor/storybook/fixtures/keys'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { apps } from '@sonaqor/storybook/fixtures/projects'
import { ago, hourMs } from '@sonaqor/storybook/fixtures/time'
import { onModule } from '@sonaqor/storybook/on-module'
import { inGerman, onSurface } from '@sonaqor/storybook/on-surface'
import { memoryViewState, type FakeModuleOptions } from '@sonaqor/module/testing'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import KeysPage from '../list/keys-page.tsx'
import { languages } from '../texts/index.ts'
import { languages as ofCare } from './texts/index.ts'

/** A key in its drawer: what it uses, and what became of it. */
export default { title: 'Keys/Care', component: KeysPage } satisfies Meta<typeof KeysPage>

type Story = StoryObj<typeof KeysPage>
type Keys = NonNullable<NonNullable<FakeModuleOptions['api']>['keys']>

const key = broadKey()
const gone = broadKey({ state: 'revoked', revokedAt: ago(2 * hourMs) })

function at(answers: Keys, more: Partial<FakeModuleOptions> = {}): FakeModuleOptions {
  return {
    scopes: ['keys:read', 'keys:write', 'apps:read', 'logs:read'],
    viewState: memoryViewState({ key: key.id }),
    api: {
      keys: {
        list: () => pageWith([key, ...keys.slice(1)]),
        show: () => Promise.resolve(key),
        advice: () => Promise.resolve(adviceOf()),
        history: () => Promise.resolve(historyOf()),
        advised: () =>
          Promise.resolve({ asOf: ago(0), keys: [{ keyId: key.id, unused: 2, of: 4 }] }),
        usage: () => Promise.resolve(usesOfKeys()),
        ...answers,
      },
      logs: useInLogs,
      apps: { list: () => pageWith(apps) },
    },
    ...more,
  }
}

const advising = (advice: KeyAdvice) => at({ advice: () => Promise.resolve(advice) })

/** The list says it quietly, beside the scopes. */
export const Hinted: Story = {
  decorators: [onModule(at({}, { viewState: memoryViewState() }))],
}
export const SomeUnused: Story = { decorators: [onModule(at({}))] }
export const TooEarly: Story = { decorators: [onModule(advising(earlyAdvice()))] }
export const AllUsed: Story = { decorators: [onModule(advising(fittingAdvice()))] }
export const NoneUsed: Story = { decorators: [onModule(advising(idleAdvice()))] }

export const ReadOnly: Story = {
  decorators: [onModule(at({}, { kind: 'embed', scopes: ['keys:read'] }))],
}

export const UseUnread: Story = {
  decorators: [
    onModule(
      at({
        advice: () => Promise.reject(new TypeError('no answer')),
        history: () => Promise.reject(new TypeError('no answer')),
      }),
    ),
  ],
}

const german = { locale: 'de' }

export const SomeUnusedInGerman: Story = {
  loaders: [inGerman(languages), inGerman(ofCare)],
  decorators: [onModule(at({}, german)), onSurface(german)],
}

/** The question stands at once for whoever comes from a partner's page. */
const narrowing = { viewState: memoryViewState({ key: key.id, act: 'narrow' }) }

export const Narrowing: Story = { decorators: [onModule(at({}, narrowing))] }

export const NarrowingInGerman: Story = {
  loaders: [inGerman(languages), inGerman(ofCare)],
  decorators: [onModule(at({}, { ...narrowing, ...german })), onSurface(german)],
}

const leaked: Keys = {
  list: () => pageWith([gone, ...keys.slice(1)]),
  show: () => Promise.resolve(gone),
  history: () => Promise.resolve(leakedHistory()),
}

export const Leaked: Story = { decorators: [onModule(at(leaked))] }

export const LeakedInGerman: Story = {
  loaders: [inGerman(languages), inGerman(ofCare)],
  decorators: [onModule(at(leaked, german)), onSurface(german)],
}
