import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { appOf, apps, projectOf, projects } from '@sonaqor/storybook/fixtures/projects'
import type { ModuleContext } from '@sonaqor/module'
import { fakeModule, type FakeModuleOptions } from '@sonaqor/module/testing'
import { expect, jest, test } from '@jest/globals'
import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import ProjectsPage from './projects-page.tsx'

type Api = ModuleContext['api']

const builder = ['projects:read', 'projects:write', 'apps:read', 'apps:write'] as const

function showPage(options: FakeModuleOptions = {}) {
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
  render(<ProjectsPage />, { wrapper: module.wrapper })
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
  expect(desk.getByText('https://app.example.com')).toBeTruthy()
  expect(desk.getByText('No origin yet')).toBeTruthy()
})

test('PA-4: apps of the environment that is not looked at step back, and say why', async () => {
  showPage({ environment: 'production' })
  const desk = await section('Trading desk')
  await desk.findByText('Ledger import')
  const faded = desk.getAllByRole('row').filter((row) => row.hasAttribute('data-faded'))
  expect(faded).toHaveLength(1)
  expect(within(faded[0]!).getByText('Sandbox')).toBeTruthy()
  expect(within(faded[0]!).getByText('Not looked at now')).toBeTruthy()
  expect(desk.getAllByText('Not looked at now')).toHaveLength(1)
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
  await userEvent.selectOptions(screen.getByLabelText('Environment'), 'Production')
  await userEvent.type(
    screen.getByLabelText(/^Origins/),
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
  await userEvent.type(screen.getByLabelText(/^Origins/), 'https://a.example javascript:alert(1)')
  await press('Create app')
  expect(screen.getByText(/“javascript:alert\(1\)” is no origin/)).toBeTruthy()
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
