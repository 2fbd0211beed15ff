import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { appOf, apps, projectOf, projects } from '@sonaqor/storybook/fixtures/projects'
import { memoryViewState } from '@sonaqor/module/testing'
import { unbroken } from '@sonaqor/storybook/fixtures/unbroken'
import { onModule } from '@sonaqor/storybook/on-module'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { CreateAppDialog } from './app/create-app-dialog.tsx'
import { CreateProjectDialog } from './create-project-dialog.tsx'
import ProjectsPage from './projects-page.tsx'

export default { title: 'Home/Projects', component: ProjectsPage } satisfies Meta<
  typeof ProjectsPage
>

type Story = StoryObj<typeof ProjectsPage>

const scopes = ['projects:read', 'projects:write', 'apps:read', 'apps:write'] as const
const api = {
  projects: { list: () => pageWith(projects) },
  apps: {
    list: ({ query }: { query?: { projectId?: string } } = {}) =>
      pageWith(apps.filter((app) => app.projectId === query?.projectId)),
  },
}
const nothing = () => undefined

export const Full: Story = { decorators: [onModule({ scopes, api })] }

const show = () => Promise.resolve(appOf({ origins: ['https://portal.example.com'] }))
const opened = (app: string) => memoryViewState({ app })
const everything = [...scopes, 'keys:read', 'logs:read'] as const

export const AppOpened: Story = {
  decorators: [
    onModule({
      scopes: everything,
      api: { ...api, apps: { ...api.apps, show } },
      viewState: opened(appOf().id),
    }),
  ],
}

export const AppThatIsGone: Story = {
  decorators: [
    onModule({
      scopes: everything,
      api: { ...api, apps: { ...api.apps, show: () => Promise.reject(new TypeError('gone')) } },
      viewState: opened('gone'),
    }),
  ],
}

export const OneProjectAlone: Story = {
  decorators: [onModule({ scopes, api, project: projectOf() })],
}

export const ReadOnly: Story = {
  decorators: [onModule({ scopes: ['projects:read', 'apps:read'], api })],
}

export const Empty: Story = {
  decorators: [onModule({ scopes, api: { ...api, projects: { list: () => pageWith([]) } } })],
}

export const Loading: Story = {
  decorators: [
    onModule({ scopes, api: { ...api, projects: { list: () => new Promise(() => {}) } } }),
  ],
}

export const Failed: Story = {
  decorators: [
    onModule({
      scopes,
      api: { ...api, projects: { list: () => Promise.reject(new TypeError('no answer')) } },
    }),
  ],
}

export const NoPermission: Story = { decorators: [onModule({ scopes: [] })] }

const unbrokenProject = projectOf({ name: unbroken, description: unbroken })

export const UnbrokenNames: Story = {
  decorators: [
    onModule({
      scopes,
      api: {
        projects: { list: () => pageWith([unbrokenProject]) },
        apps: { list: () => pageWith([appOf({ name: unbroken })]) },
      },
    }),
  ],
}

export const CreatingProject: Story = {
  decorators: [onModule({ scopes, api })],
  render: () => <CreateProjectDialog onClose={nothing} />,
}

export const CreatingApp: Story = {
  decorators: [onModule({ scopes, api })],
  render: () => <CreateAppDialog projects={[projectOf()]} onClose={nothing} />,
}

export const CreatingAppInUnbrokenName: Story = {
  decorators: [onModule({ scopes, api })],
  render: () => <CreateAppDialog projects={[unbrokenProject]} onClose={nothing} />,
}
