import type { ModuleContext } from '@sonaqor/module'
import { memoryViewState, type FakeModuleOptions } from '@sonaqor/module/testing'
import { activityOf, noActivity } from '@sonaqor/storybook/fixtures/activity'
import { versionBehind, versionOf } from '@sonaqor/storybook/fixtures/app-version'
import { appOf, projectOf } from '@sonaqor/storybook/fixtures/projects'
import { ago, dayMs } from '@sonaqor/storybook/fixtures/time'
import { unbroken } from '@sonaqor/storybook/fixtures/unbroken'
import { onModule } from '@sonaqor/storybook/on-module'
import { inGerman, onSurface } from '@sonaqor/storybook/on-surface'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import AppPage from './app-page.tsx'
import { languages } from '../texts/index.ts'

export default {
  title: 'Home/App',
  component: AppPage,
} satisfies Meta<typeof AppPage>

type Story = StoryObj<typeof AppPage>
type Apps = Partial<ModuleContext['api']['apps']>

const app = appOf({ environment: 'production', ipAllowlist: ['203.0.113.0/24', '2001:db8::/32'] })

const listed: Apps['checkIp'] = ({ query }) =>
  Promise.resolve({
    ip: query?.ip ?? '203.0.113.7',
    passes: true,
    because: 'listed',
    range: '203.0.113.0/24',
  })

const developer = {
  scopes: ['projects:read', 'projects:write', 'apps:read', 'apps:write', 'keys:read', 'logs:read'],
} satisfies FakeModuleOptions

function at(state: Readonly<Record<string, string>>, apps: Apps = {}, more?: FakeModuleOptions) {
  return onModule({
    ...developer,
    viewState: memoryViewState({ app: app.id, ...state }),
    ...more,
    api: {
      projects: { show: () => Promise.resolve(projectOf()) },
      apps: {
        show: () => Promise.resolve(app),
        activity: () => Promise.resolve(activityOf()),
        version: () => Promise.resolve(versionOf()),
        checkIp: listed,
        ...apps,
      },
    },
  })
}

export const Overview: Story = { decorators: [at({})] }

export const InGerman: StoryObj = {
  decorators: [onSurface({ locale: 'de' }), at({})],
  loaders: [inGerman(languages)],
}

export const NobodyHasUsedIt: Story = {
  decorators: [at({}, { activity: () => Promise.resolve(noActivity()) })],
}

export const AddressRefused: Story = {
  decorators: [
    at(
      {},
      {
        checkIp: () =>
          Promise.resolve({
            ip: '198.51.100.4',
            passes: false,
            because: 'not-listed',
            range: null,
          }),
      },
    ),
  ],
}

export const KeysInATab: Story = { decorators: [at({ tab: 'keys' })] }

export const Settings: Story = { decorators: [at({ tab: 'settings' })] }

export const SettingsOfAnOldVersion: Story = {
  decorators: [
    at(
      { tab: 'settings' },
      {
        version: () =>
          Promise.resolve({
            ...versionBehind,
            rollBack: { to: '2025-01-10', until: ago(-3 * dayMs) },
          }),
      },
    ),
  ],
}

/** Writes a list that shuts out whoever writes it, or is none, and saves it once one's address is known. */
const saving = (ranges: string) =>
  async function save({ canvasElement }: { readonly canvasElement: HTMLElement }) {
    const list = canvasElement.querySelectorAll('textarea')[1]
    const hasAddress = canvasElement.querySelector('.sq-form .sq-button[data-size=small]')
    if (!list || !hasAddress) {
      await new Promise((done) => requestAnimationFrame(done))
      return save({ canvasElement })
    }
    list.setRangeText(ranges, 0, list.value.length)
    list.dispatchEvent(new Event('input', { bubbles: true }))
    await new Promise((done) => requestAnimationFrame(done))
    canvasElement.querySelector('form')?.requestSubmit()
  }

/** From where the page is used no range of the list leads. */
const elsewhere: Apps = {
  checkIp: () =>
    Promise.resolve({ ip: '198.51.100.4', passes: false, because: 'not-listed', range: null }),
}

export const ShuttingOneselfOut: Story = {
  decorators: [at({ tab: 'settings' }, elsewhere)],
  play: saving('192.0.2.0/24'),
}

export const NoRange: Story = { ...ShuttingOneselfOut, play: saving('300.1.1.1') }

export const ReadOnly: Story = {
  decorators: [at({}, {}, { scopes: ['projects:read', 'apps:read'] })],
}

export const InAPartnersPage: Story = {
  decorators: [
    at(
      {},
      {},
      {
        kind: 'embed',
        app: { id: app.id, environment: app.environment },
        views: ['home.app', 'keys.list'],
      },
    ),
  ],
}

const gone = appOf({
  ...app,
  deletedAt: ago(dayMs),
  restorableUntil: ago(-6 * dayMs),
})

export const Deleted: Story = { decorators: [at({}, { show: () => Promise.resolve(gone) })] }

export const UnbrokenNames: Story = {
  decorators: [at({}, { show: () => Promise.resolve(appOf({ ...app, name: unbroken })) })],
}

export const Loading: Story = {
  decorators: [at({}, { show: () => new Promise(() => {}) })],
}

export const Failed: Story = {
  decorators: [at({}, { show: () => Promise.reject(new TypeError('no answer')) })],
}

export const NoneNamed: Story = { decorators: [at({ app: '' })] }

export const NoPermission: Story = { decorators: [at({}, {}, { scopes: [] })] }
