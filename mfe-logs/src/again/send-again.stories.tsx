import { keys } from '@sonaqor/storybook/fixtures/keys'
import { logDetailOf, sentAgainOf } from '@sonaqor/storybook/fixtures/logs'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { onModule } from '@sonaqor/storybook/on-module'
import { inGerman, onSurface } from '@sonaqor/storybook/on-surface'
import type { FakeModuleOptions } from '@sonaqor/module/testing'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { pageLanguages } from '../testing/page-languages.ts'
import { SendAgainDialog } from './send-again-dialog.tsx'

const detail = logDetailOf({ query: 'dryRun=true' })

export default {
  title: 'Logs/Send again',
  component: SendAgainDialog,
  args: { of: detail, onOpen: () => undefined, onClose: () => undefined },
} satisfies Meta<typeof SendAgainDialog>

type Story = StoryObj<typeof SendAgainDialog>

const full: FakeModuleOptions = {
  scopes: ['logs:read', 'customers:read', 'keys:read', 'keys:write'],
  api: {
    keys: { list: () => pageWith(keys) },
    logs: { sendAgain: () => Promise.resolve(sentAgainOf()) },
  },
}

const press = async (canvas: HTMLElement, words: string) => {
  await drawn()
  const buttons = [...canvas.querySelectorAll('button')]
  buttons.find(({ textContent }) => textContent === words)?.click()
  await drawn()
}
const drawn = () => new Promise((done) => setTimeout(done, 100))

/** What the log does not hold is empty. */
export const Editor: Story = { decorators: [onModule(full)] }

export const EditorInGerman: Story = {
  loaders: [inGerman(...pageLanguages)],
  decorators: [onModule({ ...full, locale: 'de' }), onSurface({ locale: 'de' })],
}

/** Of production nothing is sent in production again. */
export const OfProduction: Story = {
  args: { of: logDetailOf({ environment: 'production', path: '/v1/customers/[redacted]' }) },
  decorators: [onModule(full)],
}

/** Who sees no values begins with a body of none. */
export const WithoutValues: Story = {
  args: {
    of: logDetailOf({
      request: {
        ...detail.request,
        body: {
          text: '{"externalId":"string","amount":"number"}',
          bytes: 0,
          cut: true,
          isHeldBack: true,
        },
      },
    }),
  },
  decorators: [onModule({ ...full, scopes: ['logs:read', 'keys:read', 'keys:write'] })],
}

/** What only reads has no body. */
export const OfARead: Story = {
  args: { of: logDetailOf({ method: 'GET', path: '/v1/apps', query: '' }) },
  decorators: [onModule(full)],
}

export const Answered: Story = {
  decorators: [onModule(full)],
  play: ({ canvasElement }) => press(canvasElement, 'Send in the sandbox'),
}

export const Refused: Story = {
  decorators: [
    onModule({
      ...full,
      api: {
        ...full.api,
        logs: { sendAgain: () => Promise.reject(new TypeError('no answer')) },
      },
    }),
  ],
  play: ({ canvasElement }) => press(canvasElement, 'Send in the sandbox'),
}

export const NoKeys: Story = {
  decorators: [onModule({ ...full, api: { keys: { list: () => pageWith([]) } } })],
}

export const Loading: Story = {
  decorators: [onModule({ ...full, api: { keys: { list: () => new Promise(() => {}) } } })],
}
