import { keys } from '@sonaqor/storybook/fixtures/keys'
import { logViews } from '@sonaqor/storybook/fixtures/log-views'
import {
  logDetailOf,
  logEntries,
  logEntryOf,
  logFacetsOf,
  logHistogramOf,
} from '@sonaqor/storybook/fixtures/logs'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { apps } from '@sonaqor/storybook/fixtures/projects'
import { unbroken } from '@sonaqor/storybook/fixtures/unbroken'
import { inModule, onModule } from '@sonaqor/storybook/on-module'
import { inGerman, onSurface } from '@sonaqor/storybook/on-surface'
import { ago } from '@sonaqor/storybook/fixtures/time'
import {
  fakeModule,
  memoryViewState,
  type FakeApi,
  type FakeModuleOptions,
} from '@sonaqor/module/testing'
import type { LogDetail } from '@sonaqor/contract/logs'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { pageLanguages } from '../testing/page-languages.ts'
import LogsPage from './logs-page.tsx'

export default { title: 'Logs/Page', component: LogsPage } satisfies Meta<typeof LogsPage>

type Story = StoryObj<typeof LogsPage>

const detail = logDetailOf({ query: 'dryRun=true' })

function answering(
  search: NonNullable<FakeApi['logs']>['search'],
  show: NonNullable<FakeApi['logs']>['show'] = ({ params }) =>
    Promise.resolve({ ...detail, ...logEntries.find(({ id }) => id === params.id) }),
): FakeModuleOptions {
  return {
    scopes: ['logs:read', 'customers:read', 'keys:read', 'apps:read', 'jobs:read', 'jobs:run'],
    api: {
      logs: {
        search,
        show,
        histogram: () => Promise.resolve(logHistogramOf()),
        facets: () => Promise.resolve(logFacetsOf()),
      },
      logViews: { list: () => pageWith(logViews) },
      keys: { list: () => pageWith(keys) },
      apps: { list: () => pageWith(apps) },
    },
  }
}

const full = answering(() => pageWith(logEntries, 'more'))
const entry = logEntries[2]?.id ?? ''
const at = (state: Readonly<Record<string, string>>, options: FakeModuleOptions = full) =>
  onModule({ ...options, viewState: memoryViewState(state) })

export const Full: Story = { decorators: [onModule(full)] }
export const Opened: Story = { decorators: [at({ entry })] }

const ledTo: LogDetail['related'] = [
  { kind: 'event', id: 'e', at: detail.at, name: 'customers.ingested', ids: {} },
  { kind: 'audit', id: 'a', at: detail.at, name: 'customers.ingested', ids: {} },
  { kind: 'sent-again', id: 'l', at: ago(0), name: 'Ada Example', ids: {} },
]

/** On one line of time with what it led to, and to be sent again by who may. */
export const OpenedWithTimeline: Story = {
  decorators: [
    at(
      { entry },
      {
        ...answering(
          () => pageWith(logEntries),
          () => Promise.resolve({ ...detail, related: ledTo }),
        ),
        scopes: ['logs:read', 'customers:read', 'keys:read', 'keys:write'],
      },
    ),
  ],
}

function cutShort(rows: typeof logEntries): FakeModuleOptions {
  const { api, ...options } = answering(async () => ({
    ...(await pageWith(rows, 'further')),
    lookedTo: ago(7_200_000),
  }))
  const whole = logHistogramOf()
  const completeFrom = whole.buckets[16]?.at ?? whole.to
  const counted = whole.buckets.map((bucket) =>
    bucket.at < completeFrom ? { at: bucket.at, '2xx': 0, '3xx': 0, '4xx': 0, '5xx': 0 } : bucket,
  )
  const histogram = async () =>
    Object.assign({}, whole, { isApproximate: true, completeFrom, buckets: counted })
  return { ...options, api: { ...api, logs: { ...api?.logs, histogram } } }
}

/** It would have taken too long to look at all lines. */
export const CutShort: Story = {
  decorators: [at({ q: '-path:/v1/customers*' }, cutShort(logEntries.slice(0, 2)))],
}
export const CutShortWithNothing: Story = {
  decorators: [at({ q: '-path:/v1/customers*' }, cutShort([]))],
}

export const Compact: Story = { decorators: [onModule(full), onSurface({ density: 'compact' })] }

/** In a narrow column of a wide page. */
export const InAColumn: Story = { decorators: [onModule(full), onSurface({ widthPx: 360 })] }

export const German: Story = {
  loaders: [inGerman(...pageLanguages)],
  decorators: [onModule({ ...full, locale: 'de' }), onSurface({ locale: 'de' })],
}

export const OpenedInGerman: Story = {
  loaders: [inGerman(...pageLanguages)],
  decorators: [at({ entry }, { ...full, locale: 'de' }), onSurface({ locale: 'de' })],
}

/** Somebody who may read logs alone: no names of keys and apps, and bodies without values. */
export const LogsAlone: Story = {
  decorators: [at({ entry }, { ...full, kind: 'embed', scopes: ['logs:read'] })],
}

export const OpenedWhileLoading: Story = {
  decorators: [
    at(
      { entry },
      answering(
        () => pageWith(logEntries),
        () => new Promise(() => {}),
      ),
    ),
  ],
}

export const OpenedAndLost: Story = {
  decorators: [
    at(
      { entry },
      answering(
        () => pageWith(logEntries),
        () => Promise.reject(new TypeError('no answer')),
      ),
    ),
  ],
}

export const Filtered: Story = {
  decorators: [
    at({ status: '4xx', method: 'POST', path: '/v1/customers', keyId: keys[1]?.id ?? '' }),
  ],
}

export const BrokenDown: Story = {
  decorators: [at({ breakdown: 'shown', q: 'status:503' })],
}

/** Where there is no room beside the list. */
export const BrokenDownInAColumn: Story = {
  loaders: [inGerman(...pageLanguages)],
  decorators: [
    at({ breakdown: 'shown' }, { ...full, locale: 'de' }),
    onSurface({ locale: 'de', widthPx: 360 }),
  ],
}

export const Searched: Story = {
  decorators: [at({ q: 'status:4xx,503 path:/v1/transactions* -method:GET' })],
}

/** What may be written next, as it lies over the list. */
export const Completing: Story = {
  decorators: [at({ q: 'status:4xx method:' })],
  play: async ({ canvasElement }) => {
    await drawn()
    const field = canvasElement.querySelector<HTMLInputElement>('[role=combobox]')
    field?.focus()
    field?.dispatchEvent(new Event('input', { bubbles: true }))
  },
}

/** An address that somebody has written by hand; in German, where it takes the most words. */
export const Unreadable: Story = {
  loaders: [inGerman(...pageLanguages)],
  decorators: [
    at({ q: 'path:/v1/transactions* colour:red' }, { ...full, locale: 'de' }),
    onSurface({ locale: 'de' }),
  ],
}

const newest = [0, 1, 2].map((index) =>
  logEntryOf({ id: `new-${index}`, path: '/v1/transactions', at: ago(index * 900), latencyMs: 31 }),
)

const pause = (canvas: HTMLElement) => buttonOf(canvas, 'Pause')?.click()
const buttonOf = (canvas: HTMLElement, words: string) =>
  [...canvas.querySelectorAll('button')].find(({ textContent }) => textContent === words)
const drawn = () => new Promise((done) => setTimeout(done, 100))

const paused = fakeModule(full)
export const Paused: Story = {
  decorators: [inModule(paused)],
  play: ({ canvasElement }) => pause(canvasElement),
}

/** What came in while it was paused is counted, and so is what was too much to keep up with. */
const waiting = fakeModule(full)
export const Waiting: Story = {
  decorators: [inModule(waiting)],
  play: async ({ canvasElement }) => {
    pause(canvasElement)
    await drawn()
    waiting.arrive({ entries: newest, dropped: 7 })
  },
}

/** What came in by itself can be saved. */
const recorded = fakeModule(full)
export const Recorded: Story = {
  decorators: [inModule(recorded)],
  play: async () => {
    await drawn()
    recorded.arrive({ entries: newest, dropped: 7 })
  },
}

/** The right to read logs has gone while somebody read them. */
const ended = fakeModule(full)
export const Ended: Story = {
  decorators: [inModule(ended)],
  play: async () => {
    await drawn()
    ended.endTails()
  },
}

/** The socket does not stand yet, or was lost. */
export const Connecting: Story = {
  decorators: [onModule({ ...full, liveStatus: 'connecting' })],
}

/** The page is never live: whoever looks into a tenant by its leave opens no socket. */
export const NeverLive: Story = {
  decorators: [onModule({ ...full, liveStatus: 'off' })],
}

export const UnusedKey: Story = {
  decorators: [
    at(
      { keyId: keys.find(({ lastUsedAt }) => lastUsedAt === null)?.id ?? '' },
      answering(() => pageWith([])),
    ),
  ],
}

export const Past: Story = {
  decorators: [at({ range: '2026-11-20T08:00:00.000Z/2026-11-20T09:00:00.000Z' })],
}

export const UnbrokenPath: Story = {
  decorators: [
    at(
      { entry: logEntryOf().id },
      answering(
        () => pageWith([logEntryOf({ path: `/v1/customers/${unbroken}` })]),
        () => Promise.resolve(logDetailOf({ path: `/v1/customers/${unbroken}` })),
      ),
    ),
  ],
}

export const Empty: Story = { decorators: [onModule(answering(() => pageWith([])))] }

export const NothingMatches: Story = {
  decorators: [
    at(
      { status: '5xx', path: '/v1/nobody' },
      answering(() => pageWith([])),
    ),
  ],
}

export const Loading: Story = {
  decorators: [onModule(answering(() => new Promise(() => {})))],
}

export const Failed: Story = {
  decorators: [onModule(answering(() => Promise.reject(new TypeError('no answer'))))],
}

export const NoPermission: Story = { decorators: [onModule({ scopes: [] })] }
