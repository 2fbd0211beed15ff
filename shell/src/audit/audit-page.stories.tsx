import { auditEntries, auditEntryOf, checkpoints } from '@sonaqor/storybook/fixtures/audit'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { apps } from '@sonaqor/storybook/fixtures/projects'
import { unbroken } from '@sonaqor/storybook/fixtures/unbroken'
import { onModule } from '@sonaqor/storybook/on-module'
import { inGerman, onSurface } from '@sonaqor/storybook/on-surface'
import { memoryViewState, type FakeApi, type FakeModuleOptions } from '@sonaqor/module/testing'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import AuditPage from './audit-page.tsx'
import { languages } from './texts/index.ts'

export default { title: 'Home/Audit log', component: AuditPage } satisfies Meta<typeof AuditPage>

type Story = StoryObj
type Audit = NonNullable<FakeApi['audit']>

const actions = auditEntries.map(({ action }) => ({ action, area: action.split('.')[0] ?? '' }))

const answering = (audit: Audit = {}): FakeModuleOptions => ({
  scopes: ['audit:read', 'keys:read', 'apps:read', 'logs:read', 'jobs:read', 'jobs:run'],
  api: {
    audit: {
      search: () => pageWith(auditEntries, 'more'),
      actions: () => Promise.resolve({ data: actions }),
      checkpoints: () => pageWith(checkpoints),
      verify: () =>
        Promise.resolve({
          intact: true,
          entries: 4217,
          head: auditEntryOf().hash,
          brokenAt: null,
          fault: null,
          checkpoints: 3,
          next: null,
        }),
      ...audit,
    },
    apps: { list: () => pageWith(apps) },
  },
})

const full = answering()
const at = (state: Readonly<Record<string, string>>, options = full) =>
  onModule({ ...options, viewState: memoryViewState(state) })
export const Full: Story = { decorators: [onModule(full)] }

export const German: Story = {
  loaders: [inGerman(languages)],
  decorators: [onModule({ ...full, locale: 'de' }), onSurface({ locale: 'de' })],
}

export const InAColumn: Story = { decorators: [onModule(full), onSurface({ widthPx: 360 })] }

export const Filtered: Story = {
  decorators: [at({ area: 'keys', kind: 'member', in: 'sandbox', range: '7d', text: 'checkout' })],
}

const entryAt = (place: number) => auditEntries[place]?.id ?? ''

/** A thing that was made: what was recorded of it. */
export const Issued: Story = { decorators: [at({ entry: entryAt(0) })] }

/** A thing that was changed: field by field. */
export const Changed: Story = { decorators: [at({ entry: entryAt(1) })] }

export const ChangedInGerman: Story = {
  loaders: [inGerman(languages)],
  decorators: [at({ entry: entryAt(1) }, { ...full, locale: 'de' }), onSurface({ locale: 'de' })],
}

/** An action that is younger than this page, done by Sonaqor. */
export const UnknownAction: Story = { decorators: [at({ entry: entryAt(4) })] }

/** A link to an entry that is not of this tenant. */
export const NoSuchEntry: Story = {
  decorators: [at({ entry: '01920000-0000-7000-8000-00000000ffff' })],
}

export const Empty: Story = { decorators: [onModule(answering({ search: () => pageWith([]) }))] }

export const NothingMatches: Story = {
  decorators: [at({ area: 'keys' }, answering({ search: () => pageWith([]) }))],
}

export const Loading: Story = {
  decorators: [onModule(answering({ search: () => new Promise(() => {}) }))],
}

export const Failed: Story = {
  decorators: [onModule(answering({ search: () => Promise.reject(new TypeError('no answer')) }))],
}

export const NoPermission: Story = { decorators: [onModule({ scopes: [] })] }

export const UnbrokenNames: Story = {
  decorators: [
    onModule(
      answering({
        search: () =>
          pageWith([
            auditEntryOf({
              actor: { kind: 'member', id: 'x', name: unbroken },
              after: { label: unbroken },
            }),
          ]),
      }),
    ),
  ],
}
