import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { appOf, apps, projectOf, projects } from '@sonaqor/storybook/fixtures/projects'
import type { ModuleContext } from '@sonaqor/module'
import { fakeModule, type FakeModuleOptions } from '@sonaqor/module/testing'
import { expect, jest, test } from '@jest/globals'
import { Surface } from '@sonaqor/ui'
import { loadTexts } from '@sonaqor/ui/texts'
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { languages } from './texts/index.ts'
import ProjectsPage from './projects-page.tsx'

type Api = ModuleContext['api']

const builder = ['projects:read', 'projects:write', 'apps:read', 'apps:write'] as const

function showPage(options: FakeModuleOptions = {}, locale = 'en') {
  const module = fakeModule({
    scopes: builder,
    ...options,
    api: {
      projects: { list: () => pageWith(projects), ...options.api?.projects },
      apps: {
        list: ({ query } = {}) =>
          pageWith(apps.filter((app) => app.projectId === query?.projectId)),
        ...options.api?.apps,
      },
    },
  })
  render(
    <Surface locale={locale}>
      <ProjectsPage />
    </Surface>,
    { wrapper: module.wrapper },
  )
  return module
}

const section = async (name: string) => within(await screen.findByRole('region', { name }))
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))

test('PA-1: without projects:read the page names the missing scope and asks for nothing', () => {
  const list = jest.fn<Api['projects']['list']>(() => pageWith(projects))
  showPage({ scopes: [], api: { projects: { list } } })
  expect(screen.getByText('projects:read')).toBeTruthy()
  expect(list).not.toHaveBeenCalled()
})

test('XC-2: who may only read is offered nothing to create', async () => {
  showPage({ scopes: ['projects:read', 'apps:read'] })
  await section('Trading desk')
  expect(screen.queryByRole('button', { name: /^Create/ })).toBeNull()
})

test('PA-4: each project lists its apps with their environments and origins', async () => {
  showPage()
  const desk = await section('Trading desk')
  expect(await desk.findByText('Ledger import')).toBeTruthy()
  expect(desk.getAllByText('Production')).toHaveLength(2)
  expect(desk.getAllByText('Sandbox')).toHaveLength(1)
  expect(desk.getAllByText('https://portal.example.com')).toHaveLength(2)
  expect(desk.getByText('and 1 more')).toBeTruthy()
  expect(desk.getByText('No origins yet')).toBeTruthy()
})

test('PA-4: apps of the environment that is not looked at step back, and say why', async () => {
  showPage({ environment: 'production' })
  const desk = await section('Trading desk')
  await desk.findByText('Ledger import')
  const faded = desk.getAllByRole('row').filter((row) => row.hasAttribute('data-faded'))
  expect(faded).toHaveLength(1)
  expect(within(faded[0]!).getByText('Sandbox')).toBeTruthy()
  expect(within(faded[0]!).getByText('Other environment')).toBeTruthy()
  expect(desk.getAllByText('Other environment')).toHaveLength(1)
})

test('PA-4: what is counted below the projects is projects', async () => {
  showPage({ api: { projects: { list: () => pageWith([projectOf()]) } } })
  await section('Trading desk')
  expect(screen.getByText('1 project')).toBeTruthy()
})

test('PA-1: a project is created by its name, and is in the list after it', async () => {
  const fresh = projectOf({ id: 'fresh', name: 'Loyalty', description: null })
  const create = jest.fn<Api['projects']['create']>(() => Promise.resolve(fresh))
  const list = jest
    .fn<Api['projects']['list']>(() => pageWith([...projects, fresh]))
    .mockImplementationOnce(() => pageWith(projects))
  showPage({ api: { projects: { list, create } } })

  await press('Create project')
  const dialog = within(screen.getByRole('dialog', { name: 'Create a project' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Create project' }))
  expect(dialog.getByText('Give the project a name.')).toBeTruthy()
  expect(create).not.toHaveBeenCalled()

  await userEvent.type(dialog.getByLabelText('Name'), 'Loyalty')
  await userEvent.click(dialog.getByRole('button', { name: 'Create project' }))
  await section('Loyalty')
  expect(create).toHaveBeenCalledWith({ body: { name: 'Loyalty', description: undefined } })
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('PA-1: an app is created in its project, with its environment and origins', async () => {
  const create = jest.fn<Api['apps']['create']>(() => Promise.resolve(appOf()))
  showPage({ api: { apps: { create } } })
  await press('Create app in Trading desk')

  await userEvent.type(screen.getByLabelText('Name'), 'Kiosk')
  await userEvent.click(screen.getByRole('radio', { name: /^Production/ }))
  await userEvent.type(
    screen.getByLabelText(/^Allowed origins/),
    'https://a.example/with/a/path\nhttp://localhost:3000',
  )
  await press('Create app')
  await waitFor(() =>
    expect(create).toHaveBeenCalledWith({
      body: {
        projectId: projectOf().id,
        name: 'Kiosk',
        environment: 'production',
        origins: ['https://a.example', 'http://localhost:3000'],
      },
    }),
  )
})

test('EM-2: what is no origin is named, and nothing is sent', async () => {
  const create = jest.fn<Api['apps']['create']>(() => Promise.resolve(appOf()))
  showPage({ api: { apps: { create } } })
  await press('Create app in Trading desk')
  await userEvent.type(screen.getByLabelText('Name'), 'Kiosk')
  await userEvent.type(
    screen.getByLabelText(/^Allowed origins/),
    'https://a.example javascript:alert(1)',
  )
  await press('Create app')
  expect(screen.getByText(/“javascript:alert\(1\)” is not a valid origin/)).toBeTruthy()
  expect(create).not.toHaveBeenCalled()
})

test('XC-5: an app created elsewhere appears without a reload', async () => {
  const list = jest
    .fn<Api['apps']['list']>(() => pageWith([appOf({ name: 'Kiosk' })]))
    .mockImplementationOnce(() => pageWith([]))
  const module = showPage({
    api: { projects: { list: () => pageWith([projectOf()]) }, apps: { list } },
  })
  await screen.findByText('No apps in this project')
  module.emit('apps.created', { appId: 'x' })
  expect(await screen.findByText('Kiosk')).toBeTruthy()
})

const checkout = appOf({ name: 'Checkout', environment: 'sandbox' })
const show = jest.fn<Api['apps']['show']>(() => Promise.resolve(checkout))
const everything = [...builder, 'keys:read', 'logs:read'] as const

test('PA-4: a row opens the app, with its origins, its ids, and the ways to its keys and requests', async () => {
  const module = showPage({ scopes: everything, api: { apps: { show } } })
  const desk = await section('Trading desk')
  await desk.findByText('Ledger import')
  await userEvent.click(desk.getAllByRole('button', { name: 'Open Checkout' })[0]!)
  const drawer = within(await screen.findByRole('dialog', { name: 'Checkout' }))
  expect(await drawer.findByText(checkout.embedId)).toBeTruthy()
  expect(drawer.getByRole('button', { name: 'Copy embed id of Checkout' })).toBeTruthy()
  expect(drawer.getByText('https://portal.example.com')).toBeTruthy()
  await userEvent.click(drawer.getByRole('button', { name: 'API keys of this app' }))
  await userEvent.click(drawer.getByRole('button', { name: 'Requests of this app' }))
  expect(module.navigated).toEqual([
    { view: 'keys.list', params: { appId: checkout.id } },
    { view: 'logs.list', params: { appId: checkout.id } },
  ])
})

test('XC-2: from an app, nobody is led to what they may not see', async () => {
  const module = showPage({ api: { apps: { show } } })
  act(() => module.viewState.write({ app: checkout.id }))
  const drawer = within(await screen.findByRole('dialog', { name: 'Checkout' }))
  expect(drawer.queryByRole('button', { name: /of this app$/ })).toBeNull()
})

test('PA-4: a link leads to the drawer of an app, and closing it leaves the list', async () => {
  const module = showPage({ api: { apps: { show } } })
  act(() => module.viewState.write({ app: checkout.id }))
  await screen.findByRole('dialog', { name: 'Checkout' })
  await press('Close')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(module.viewState.read()).toEqual({})
})

test('XC-12: where one project is looked at alone, it stands alone, on whichever page it is', async () => {
  showPage({ project: { id: projects[1]!.id, name: 'renamed since' } })
  await section(projects[1]!.name)
  expect(screen.queryByRole('region', { name: 'Trading desk' })).toBeNull()
})

test('XC-12: a project that is on a further page stands there by its name', async () => {
  showPage({ project: { id: 'p9', name: 'Far away' } })
  expect(await (await section('Far away')).findByText('No apps in this project')).toBeTruthy()
})

test('PA-1: the address opens the way to a new project, for who may create one', async () => {
  const module = showPage()
  act(() => module.viewState.write({ creating: 'project' }))
  expect(await screen.findByRole('dialog', { name: 'Create a project' })).toBeTruthy()
})

test('PA-1: what was created is said, with what comes next', async () => {
  const create = jest.fn<Api['projects']['create']>(() =>
    Promise.resolve(projectOf({ name: 'Loyalty' })),
  )
  showPage({ api: { projects: { create } } })
  await press('Create project')
  const dialog = within(screen.getByRole('dialog'))
  await userEvent.type(dialog.getByLabelText('Name'), 'Loyalty')
  await userEvent.click(dialog.getByRole('button', { name: 'Create project' }))
  expect((await screen.findAllByText('Loyalty created')).length).toBeGreaterThan(0)
})

test('XC-12: who looks at one project alone looks at the new one next', async () => {
  const create = jest.fn<Api['projects']['create']>(() =>
    Promise.resolve(projectOf({ id: 'fresh', name: 'Loyalty' })),
  )
  const module = showPage({ project: projectOf(), api: { projects: { create } } })
  await press('Create project')
  const dialog = within(screen.getByRole('dialog'))
  await userEvent.type(dialog.getByLabelText('Name'), 'Loyalty')
  await userEvent.click(dialog.getByRole('button', { name: 'Create project' }))
  expect((await screen.findAllByText(/^It is selected now/)).length).toBeGreaterThan(0)
  expect(module.navigated).toEqual([{ view: 'home.projects', params: { project: 'fresh' } }])
})

test('PA-1: the address opens the way to a new app, in a project of one’s choice', async () => {
  const create = jest.fn<Api['apps']['create']>(() => Promise.resolve(appOf()))
  const module = showPage({ api: { apps: { create } } })
  await section('Trading desk')
  act(() => module.viewState.write({ creating: 'app' }))
  await userEvent.selectOptions(await screen.findByLabelText('Project'), projects[1]!.name)
  await userEvent.type(screen.getByLabelText('Name'), 'Kiosk')
  await press('Create app')
  await waitFor(() => expect(create).toHaveBeenCalledTimes(1))
  expect(create.mock.calls[0]![0].body).toMatchObject({ projectId: projects[1]!.id, name: 'Kiosk' })
})

const escape = () =>
  fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }))

test('XC-6: what was written is not dropped by Escape unasked, and an empty form asks nothing', async () => {
  showPage()
  await press('Create app in Trading desk')
  await userEvent.type(screen.getByLabelText('Name'), 'Kiosk')
  escape()
  expect(screen.getByText('Discard what you have entered?')).toBeTruthy()
  await press('Keep editing')
  expect(screen.getByLabelText('Name')).toHaveProperty('value', 'Kiosk')
  await userEvent.clear(screen.getByLabelText('Name'))
  escape()
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('XC-6: what was written of a project is not dropped by the cross unasked', async () => {
  showPage()
  await press('Create project')
  await userEvent.type(screen.getByLabelText(/^Description/), 'Orders')
  await press('Close')
  expect(screen.getByText('Discard what you have entered?')).toBeTruthy()
  await press('Discard')
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('a new app begins in the environment that is looked at', async () => {
  showPage({ environment: 'production' })
  await press('Create app in Trading desk')
  expect(screen.getByRole('radio', { name: /^Production/ })).toHaveProperty('checked', true)
})

test('the page speaks the language of the reader', async () => {
  await loadTexts('de', languages)
  showPage({}, 'de')
  await section('Trading desk')
  expect(screen.getByRole('heading', { name: 'Projekte und Apps' })).toBeTruthy()
  expect(document.body.textContent).not.toMatch(/\b(Apps of|Create|Origins|Environment)\b/)
})
