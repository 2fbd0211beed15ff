import type { App } from '@sonaqor/contract/apps'
import { fakeModule, memoryViewState, type FakeModuleOptions } from '@sonaqor/module/testing'
import { activityOf } from '@sonaqor/storybook/fixtures/activity'
import { versionOf } from '@sonaqor/storybook/fixtures/app-version'
import { appOf, projectOf } from '@sonaqor/storybook/fixtures/projects'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { Surface } from '@sonaqor/ui'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ComponentType } from 'react'

export const everyScope = [
  'projects:read',
  'projects:write',
  'apps:read',
  'apps:write',
  'keys:read',
  'logs:read',
  'webhooks:read',
  'embeds:read',
] as const

/** A refusal as the API words it. */
export const refusal = (problem: Readonly<Record<string, unknown>>) =>
  Promise.reject(
    Object.assign(new Error('refused'), { problem: { title: 'Refused', detail: '', ...problem } }),
  )

export const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }))

/** An app on its page, as the shell shows it. */
export function showAppPage(
  Page: ComponentType,
  app: App = appOf(),
  { api = {}, state = {}, ...options }: FakeModuleOptions & { state?: Record<string, string> } = {},
) {
  const module = fakeModule({
    scopes: everyScope,
    viewState: memoryViewState({ app: app.id, ...state }),
    ...options,
    api: {
      ...api,
      projects: { show: () => Promise.resolve(projectOf()), ...api.projects },
      keys: { list: () => pageWith([]), ...api.keys },
      apps: {
        show: () => Promise.resolve(app),
        activity: () => Promise.resolve(activityOf()),
        version: () => Promise.resolve(versionOf()),
        checkIp: ({ query } = { params: { id: '' } }) =>
          Promise.resolve({
            ip: query?.ip ?? '203.0.113.7',
            passes: true,
            because: 'no-allowlist' as const,
            range: null,
          }),
        ...api.apps,
      },
    },
  })
  render(
    <Surface>
      <Page />
    </Surface>,
    { wrapper: module.wrapper },
  )
  return module
}
