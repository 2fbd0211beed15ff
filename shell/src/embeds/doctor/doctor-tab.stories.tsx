import { languages as ofChecks } from '@sonaqor/embed/doctor/texts'
import { memoryViewState, type FakeModuleOptions } from '@sonaqor/module/testing'
import { keyOf } from '@sonaqor/storybook/fixtures/keys'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { appOf, apps } from '@sonaqor/storybook/fixtures/projects'
import { unbroken } from '@sonaqor/storybook/fixtures/unbroken'
import { onModule } from '@sonaqor/storybook/on-module'
import { inGerman, onSurface } from '@sonaqor/storybook/on-surface'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { DoctorTab } from '../doctor-tab.tsx'
import { refusalOf, registry } from './testing/answers.ts'
import { languages } from './texts/index.ts'

export default {
  title: 'Home/Embeds/Doctor',
  component: DoctorTab,
} satisfies Meta<typeof DoctorTab>

type Story = StoryObj<typeof DoctorTab>

const opens = keyOf({
  label: 'Portal server',
  scopes: ['embeds:create', 'keys:read', 'keys:write', 'apps:read', 'logs:read'],
})

const refused = [
  refusalOf(),
  refusalOf({ origin: 'https://portal.example.com', reason: 'used', times: 3 }),
  refusalOf({ origin: 'http://localhost:5173', reason: 'late', times: 1 }),
]

function at({ api = {}, ...options }: FakeModuleOptions = {}) {
  return onModule({
    scopes: ['apps:read', 'embeds:read', 'keys:read'],
    ...options,
    api: {
      registry,
      apps: { list: () => pageWith(apps), ...api.apps },
      keys: { list: () => pageWith([opens]), ...api.keys },
      embeds: { list: () => pageWith([]), refusals: () => pageWith(refused), ...api.embeds },
    },
  })
}

export const Overview: Story = { decorators: [at()] }

export const InGerman: StoryObj = {
  decorators: [onSurface({ locale: 'de' }), at()],
  loaders: [inGerman(languages), inGerman(ofChecks)],
}

/** Writes into a field as its reader does; there is no field before the apps are read. */
async function write(within: HTMLElement, selector: string, value: string): Promise<void> {
  const field = within.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector)
  if (!field) {
    await new Promise((done) => requestAnimationFrame(done))
    return write(within, selector, value)
  }
  field.setRangeText(value, 0, field.value.length)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

export const Found: Story = {
  decorators: [at()],
  async play({ canvasElement }) {
    await write(canvasElement, 'input', 'http://portal.example.com')
    await write(
      canvasElement,
      'textarea',
      "HTTP/2 200\ncontent-security-policy: default-src 'self'; trusted-types lit-html\ncross-origin-opener-policy: same-origin",
    )
  },
}

export const NothingSetUp: Story = {
  decorators: [
    at({
      viewState: memoryViewState({ appId: apps[2]?.id ?? '' }),
      api: { keys: { list: () => pageWith([]) }, embeds: { refusals: () => pageWith([]) } },
    }),
  ],
}

export const NoApps: Story = { decorators: [at({ api: { apps: { list: () => pageWith([]) } } })] }

export const UnbrokenNames: Story = {
  decorators: [
    at({
      api: {
        apps: {
          list: () =>
            pageWith([appOf({ name: unbroken, origins: [`https://${unbroken}.example`] })]),
        },
        embeds: {
          refusals: () => pageWith([refusalOf({ origin: `https://${unbroken}.example` })]),
        },
      },
    }),
  ],
}

export const Loading: Story = {
  decorators: [at({ api: { apps: { list: () => new Promise(() => {}) } } })],
}

export const Failed: Story = {
  decorators: [at({ api: { apps: { list: () => Promise.reject(new TypeError('no answer')) } } })],
}

export const NoPermission: Story = { decorators: [at({ scopes: ['embeds:read'] })] }
