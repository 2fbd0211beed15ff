import { keyOf, keys } from '@sonaqor/storybook/fixtures/keys'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { appOf, apps } from '@sonaqor/storybook/fixtures/projects'
import { unbroken } from '@sonaqor/storybook/fixtures/unbroken'
import { onModule } from '@sonaqor/storybook/on-module'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import KeysPage from './keys-page.tsx'

export default { title: 'Keys/Page', component: KeysPage } satisfies Meta<typeof KeysPage>

type Story = StoryObj<typeof KeysPage>

const answers = {
  keys: { list: () => pageWith(keys, 'more') },
  apps: { list: () => pageWith(apps) },
}
const developer = ['keys:read', 'keys:write', 'apps:read', 'logs:read'] as const

export const Full: Story = { decorators: [onModule({ scopes: developer, api: answers })] }

export const ReadOnly: Story = {
  decorators: [onModule({ scopes: ['keys:read'], kind: 'embed', api: answers })],
}

export const UnbrokenNames: Story = {
  decorators: [
    onModule({
      scopes: developer,
      api: {
        keys: { list: () => pageWith([keyOf({ label: unbroken, issuedBy: unbroken })]) },
        apps: { list: () => pageWith([appOf({ name: unbroken })]) },
      },
    }),
  ],
}

export const Empty: Story = {
  decorators: [
    onModule({ scopes: developer, api: { ...answers, keys: { list: () => pageWith([]) } } }),
  ],
}

export const Loading: Story = {
  decorators: [
    onModule({
      scopes: developer,
      api: { ...answers, keys: { list: () => new Promise(() => {}) } },
    }),
  ],
}

export const Failed: Story = {
  decorators: [
    onModule({
      scopes: developer,
      api: { ...answers, keys: { list: () => Promise.reject(new TypeError('no answer')) } },
    }),
  ],
}

export const NoPermission: Story = { decorators: [onModule({ scopes: [] })] }
