import { fakeModule } from '@sonaqor/module/testing'
import { keyOf } from '@sonaqor/storybook/fixtures/keys'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { appOf, apps, projectOf } from '@sonaqor/storybook/fixtures/projects'
import { ago, dayMs } from '@sonaqor/storybook/fixtures/time'
import { inModule } from '@sonaqor/storybook/on-module'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { CompareDrawer } from './compare/compare-drawer.tsx'
import { DeleteDialog } from './deleted/delete-dialog.tsx'
import { DeletedDrawer } from './deleted/deleted-drawer.tsx'
import { asApp, asProject } from './deleted/deleting.ts'
import { EditProjectDialog } from './edit-project-dialog.tsx'

export default { title: 'Home/Projects/Dialogs' } satisfies Meta

type Story = StoryObj

const nothing = () => undefined
const gone = { deletedAt: ago(dayMs), restorableUntil: ago(-6 * dayMs) }
const tried = appOf({
  id: 'tried',
  origins: ['https://portal.example.com', 'https://new.example.com'],
  ipAllowlist: ['203.0.113.0/24'],
})
const live = appOf({ id: 'live', environment: 'production' })

const module = fakeModule({
  scopes: ['projects:read', 'projects:write', 'apps:read', 'apps:write', 'keys:read', 'audit:read'],
  api: {
    projects: {
      list: ({ query } = {}) =>
        pageWith(query?.deleted === 'true' ? [projectOf({ name: 'Loyalty', ...gone })] : []),
    },
    apps: {
      list: ({ query } = {}) =>
        pageWith(query?.deleted === 'true' ? [appOf(gone)] : [tried, live, ...apps.slice(2)]),
      compare: () =>
        Promise.resolve({
          a: tried,
          b: live,
          differences: [
            { field: 'origins', a: tried.origins, b: live.origins },
            { field: 'ipAllowlist', a: tried.ipAllowlist, b: [] },
          ],
        }),
      checkIp: () =>
        Promise.resolve({ ip: '198.51.100.4', passes: false, because: 'not-listed', range: null }),
      promote: () =>
        Promise.resolve({
          ...live,
          ipAllowlist: tried.ipAllowlist,
          revision: 2,
          warnings: [{ kind: 'own-address-not-covered', address: '198.51.100.4' }],
        }),
    },
    keys: {
      list: () =>
        pageWith([
          keyOf({ id: 'k1', environment: 'production' }),
          keyOf({ id: 'k2', environment: 'sandbox' }),
        ]),
    },
  },
})

const onHouse = inModule(module)

export const EditingProject: Story = {
  decorators: [onHouse],
  render: () => <EditProjectDialog project={projectOf()} onClose={nothing} />,
}

export const DeletingProject: Story = {
  decorators: [onHouse],
  render: () => <DeleteDialog of={asProject(projectOf())} onClose={nothing} />,
}

export const DeletingApp: Story = {
  decorators: [onHouse],
  render: () => <DeleteDialog of={asApp(live)} onClose={nothing} />,
}

export const WhatWasDeleted: Story = {
  decorators: [onHouse],
  render: () => <DeletedDrawer onClose={nothing} />,
}

export const Comparing: Story = {
  decorators: [onHouse],
  render: () => <CompareDrawer projectId={projectOf().id} onClose={nothing} />,
}

/** Presses what a selector finds once it is there. */
async function press(place: HTMLElement, selector: string): Promise<void> {
  const found = place.querySelector<HTMLElement>(selector)
  if (found) return found.click()
  await new Promise((done) => requestAnimationFrame(done))
  return press(place, selector)
}

/** Goes on from the comparison to what would change. */
async function preview(place: HTMLElement) {
  await press(place, 'section:last-of-type input[type=checkbox]')
  await press(place, 'footer button:not([aria-disabled=true])')
}

export const Previewing: Story = {
  ...Comparing,
  play: ({ canvasElement }) => preview(canvasElement),
}

/** Here one side is missing. */
const alone = fakeModule({
  scopes: ['projects:read', 'apps:read', 'apps:write'],
  api: {
    projects: { show: () => Promise.resolve(projectOf()) },
    apps: { list: () => pageWith([tried]) },
  },
})

export const NothingToCompare: Story = { ...Comparing, decorators: [inModule(alone)] }

export const Promoted: Story = {
  ...Comparing,
  play: async ({ canvasElement }) => {
    await preview(canvasElement)
    await press(canvasElement, 'footer button:nth-of-type(2)')
  },
}
