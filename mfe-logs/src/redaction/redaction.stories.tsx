import type { TriedRedaction } from '@sonaqor/contract/log-redaction'
import type { FakeModuleOptions } from '@sonaqor/module/testing'
import { logDetailOf, logEntries } from '@sonaqor/storybook/fixtures/logs'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { redactionRulesOf, triedRedactionOf } from '@sonaqor/storybook/fixtures/redaction'
import { onModule } from '@sonaqor/storybook/on-module'
import { inGerman, onSurface } from '@sonaqor/storybook/on-surface'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { languages as ofLogs } from '../texts/index.ts'
import { RedactionDialog } from './redaction-dialog.tsx'
import { languages } from './texts/index.ts'

export default {
  title: 'Logs/Redaction',
  component: RedactionDialog,
  args: { onClose: () => undefined },
} satisfies Meta<typeof RedactionDialog>

type Story = StoryObj<typeof RedactionDialog>

const answering = (kept: TriedRedaction): FakeModuleOptions => ({
  scopes: ['logs:read'],
  api: {
    logs: {
      redactionRules: () => Promise.resolve(redactionRulesOf()),
      tryRedaction: () => Promise.resolve(kept),
      search: () => pageWith([...logEntries]),
      show: () => Promise.resolve(logDetailOf()),
    },
  },
})
const full = answering(triedRedactionOf())

const drawn = () => new Promise((done) => setTimeout(done, 100))
const press = async (canvas: HTMLElement) => {
  await drawn()
  canvas.querySelector<HTMLButtonElement>('button[type=submit]')?.click()
  await drawn()
}

/** Nothing was tried yet. */
export const Sample: Story = { decorators: [onModule(full)] }

export const Tried: Story = {
  decorators: [onModule(full)],
  play: ({ canvasElement }) => press(canvasElement),
}

export const TriedInGerman: Story = {
  loaders: [inGerman(ofLogs, languages)],
  decorators: [onModule({ ...full, locale: 'de' }), onSurface({ locale: 'de', widthPx: 360 })],
  play: ({ canvasElement }) => press(canvasElement),
}

/** All of it is kept as it was sent. */
export const NothingTakenOut: Story = {
  decorators: [onModule(answering({ ...triedRedactionOf(), places: [] }))],
  play: ({ canvasElement }) => press(canvasElement),
}

export const Refused: Story = {
  decorators: [
    onModule({
      ...full,
      api: {
        logs: { ...full.api?.logs, tryRedaction: () => Promise.reject(new TypeError('no answer')) },
      },
    }),
  ],
  play: ({ canvasElement }) => press(canvasElement),
}

export const Loading: Story = {
  decorators: [
    onModule({
      ...full,
      api: { logs: { ...full.api?.logs, redactionRules: () => new Promise(() => {}) } },
    }),
  ],
}
