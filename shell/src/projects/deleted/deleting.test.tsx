import { expect, jest, test } from '@jest/globals'
import type { ModuleContext } from '@sonaqor/module'
import { fakeModule, type FakeModuleOptions } from '@sonaqor/module/testing'
import { keyOf } from '@sonaqor/storybook/fixtures/keys'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { appOf, apps, projectOf } from '@sonaqor/storybook/fixtures/projects'
import { Surface } from '@sonaqor/ui'
import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { DeleteDialog } from './delete-dialog.tsx'
import { asApp, asProject, type Deletable } from './deleting.ts'
import ProjectsPage from '../projects-page.tsx'
import { everyScope, press, refusal } from '../testing/show-app-page.tsx'

type Api = ModuleContext['api']

const app = appOf({ name: 'Checkout', environment: 'production', revision: 3 })
const keys = [
  keyOf({ id: 'k1', environment: 'production' }),
  keyOf({ id: 'k2', environment: 'production' }),
]
const sandboxKeys = [keyOf({ id: 'k3', environment: 'sandbox' })]

const gone = (name: string) => ({
  deletedAt: new Date().toISOString(),
  restorableUntil: new Date(Date.now() + 6.5 * 86_400_000).toISOString(),
  revision: 4,
  name,
})

function ask(thing: Deletable, { api, ...options }: FakeModuleOptions = {}) {
  const onClose = jest.fn()
  const module = fakeModule({
    scopes: everyScope,
    ...options,
    api: {
      keys: { list: () => pageWith(keys) },
      apps: { list: () => pageWith(apps), ...api?.apps },
      ...api,
    },
  })
  render(
    <Surface>
      <DeleteDialog of={thing} onClose={onClose} />
    </Surface>,
    { wrapper: module.wrapper },
  )
  return { onClose, module }
}

test('PA-1: what ends with an app is said, and ending production keys asks for its name', async () => {
  const remove = jest.fn<Api['apps']['delete']>(() =>
    Promise.resolve(appOf({ ...app, ...gone('Checkout') })),
  )
  const list = jest.fn<Api['keys']['list']>(() => pageWith(keys))
  const { onClose } = ask(asApp(app), { api: { apps: { delete: remove }, keys: { list } } })
  expect(await screen.findByText('2 active API keys, 2 of them in production')).toBeTruthy()
  expect(list).toHaveBeenCalledWith({ query: { appId: app.id, state: 'active', limit: 200 } })
  expect(screen.getByText('All open embed sessions')).toBeTruthy()
  expect(screen.getByText(/can be restored .* for 7 days/)).toBeTruthy()

  await press('Delete app')
  expect(screen.getByText('That is not its name.')).toBeTruthy()
  expect(remove).not.toHaveBeenCalled()
  await userEvent.type(screen.getByLabelText('Type “Checkout” to confirm'), 'Checkout')
  await press('Delete app')
  await waitFor(() => expect(onClose).toHaveBeenCalled())
  expect(remove).toHaveBeenCalledWith({
    params: { id: app.id },
    query: { confirm: 'Checkout' },
    ifMatch: 3,
  })
})

test('PA-1: what ends no production key goes by a press, and comes back by Undo', async () => {
  const project = projectOf({ revision: 2 })
  const remove = jest.fn<Api['projects']['delete']>(() =>
    Promise.resolve({ ...project, ...gone(project.name) }),
  )
  const restore = jest.fn<Api['projects']['restore']>(() => Promise.resolve(project))
  ask(asProject(project), {
    api: {
      projects: { delete: remove, restore },
      apps: { list: () => pageWith(apps) },
      keys: { list: () => pageWith(sandboxKeys) },
    },
  })
  expect(await screen.findByText('3 apps')).toBeTruthy()
  expect(screen.getByText('1 active API key')).toBeTruthy()
  expect(screen.queryByLabelText(/^Type/)).toBeNull()
  await press('Delete project')
  expect((await screen.findAllByText('Trading desk deleted')).length).toBeGreaterThan(0)
  expect(remove).toHaveBeenCalledWith({
    params: { id: project.id },
    query: { confirm: undefined },
    ifMatch: 2,
  })
  await press('Undo')
  expect(restore).toHaveBeenCalledWith({ params: { id: project.id }, ifMatch: 4 })
  expect((await screen.findAllByText('Trading desk restored')).length).toBeGreaterThan(0)
})

test('PA-1: where keys may not be read, the server counts, and asks for the name', async () => {
  const remove = jest.fn<Api['apps']['delete']>(() =>
    refusal({ code: 'invalid', errors: [{ pointer: '?confirm', detail: 'must be its name' }] }),
  )
  ask(asApp(app), { scopes: ['apps:write'], api: { apps: { delete: remove } } })
  expect(await screen.findByText('All of its API keys')).toBeTruthy()
  await press('Delete app')
  expect(await screen.findByLabelText('Type “Checkout” to confirm')).toBeTruthy()
})

function showPage(options: FakeModuleOptions) {
  const module = fakeModule({
    scopes: everyScope,
    ...options,
    api: {
      ...options.api,
      projects: { list: () => pageWith([projectOf()]), ...options.api?.projects },
      apps: { list: () => pageWith([]), ...options.api?.apps },
    },
  })
  render(
    <Surface>
      <ProjectsPage />
    </Surface>,
    { wrapper: module.wrapper },
  )
  return module
}

test('PA-1: what was deleted is listed with the time that is left, and restored from there', async () => {
  const back = jest.fn<Api['apps']['restore']>(() => Promise.resolve(app))
  showPage({
    api: {
      projects: {
        list: ({ query } = {}) => pageWith(query?.deleted === 'true' ? [] : [projectOf()]),
      },
      apps: {
        list: ({ query } = {}) =>
          pageWith(query?.deleted === 'true' ? [appOf({ ...app, ...gone('Checkout') })] : []),
        restore: back,
      },
    },
  })
  await press('Deleted')
  const drawer = within(await screen.findByRole('dialog', { name: 'Deleted' }))
  expect(await drawer.findByText('No deleted projects')).toBeTruthy()
  expect((await drawer.findByText(/^Gone for good/)).textContent).toContain('in 6 days')
  await userEvent.click(drawer.getByRole('button', { name: 'Restore Checkout' }))
  expect(back).toHaveBeenCalledWith({ params: { id: app.id }, ifMatch: 4 })
})

test('PA-1: a project is renamed and described from its menu', async () => {
  const update = jest.fn<Api['projects']['update']>(() =>
    Promise.resolve(projectOf({ name: 'Loyalty', revision: 2 })),
  )
  showPage({ api: { projects: { update } } })
  await press('Actions for Trading desk')
  await userEvent.click(screen.getByRole('menuitem', { name: 'Edit…' }))
  const dialog = within(screen.getByRole('dialog', { name: 'Edit Trading desk' }))
  await userEvent.clear(dialog.getByLabelText('Name'))
  await userEvent.click(dialog.getByRole('button', { name: 'Save changes' }))
  expect(dialog.getByText('Give the project a name.')).toBeTruthy()
  await userEvent.type(dialog.getByLabelText('Name'), 'Loyalty')
  await userEvent.clear(dialog.getByLabelText(/^Description/))
  await userEvent.click(dialog.getByRole('button', { name: 'Save changes' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(update).toHaveBeenCalledWith({
    params: { id: projectOf().id },
    body: { name: 'Loyalty', description: null },
    ifMatch: 1,
  })
})

test('PA-1: where somebody else has changed the project first, both versions are told', async () => {
  let now = projectOf()
  const update = jest.fn<Api['projects']['update']>(() => {
    now = projectOf({ name: 'Brokerage', revision: 2 })
    return refusal({ code: 'precondition-failed' })
  })
  showPage({ api: { projects: { update, list: () => pageWith([now]) } } })
  await press('Actions for Trading desk')
  await userEvent.click(screen.getByRole('menuitem', { name: 'Edit…' }))
  await userEvent.type(screen.getByLabelText('Name'), ' two')
  await press('Save changes')
  const told = (await screen.findByText(/^Somebody else/)).closest<HTMLElement>('[role=status]')!
  expect(within(told).getByText('Brokerage')).toBeTruthy()
  expect(within(told).getByText('Trading desk two')).toBeTruthy()
})

test('XC-2: who may only read is offered no act on a project but to compare', async () => {
  showPage({ scopes: ['projects:read', 'apps:read'] })
  await press('Actions for Trading desk')
  expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual([
    'Compare environments…',
  ])
  expect(screen.queryByRole('button', { name: 'Deleted' })).toBeNull()
})
