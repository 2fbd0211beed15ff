import { memoryViewState } from '@sonaqor/module/testing'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { onModule } from '@sonaqor/storybook/on-module'
import { unbroken } from '@sonaqor/storybook/fixtures/unbroken'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import EmbedsPage from './embeds-page.tsx'
import { lockedSession, sessionOf, sessions } from './testing/sessions.ts'

export default { title: 'Home/Embeds', component: EmbedsPage } satisfies Meta<typeof EmbedsPage>

type Story = StoryObj<typeof EmbedsPage>

const scopes = ['embeds:read', 'embeds:create', 'apps:read', 'keys:read'] as const
const api = {
  apps: { list: () => pageWith([]) },
  embeds: {
    list: () => pageWith(sessions),
    show: ({ params }: { params: { id: string } }) =>
      Promise.resolve(sessions.find(({ id }) => id === params.id) ?? sessionOf()),
    revokeMany: () => Promise.resolve({ revoked: 4 }),
  },
}

export const Sessions: Story = { decorators: [onModule({ scopes, api })] }

/** Sonaqor's staff, and whoever else may look and end nothing. */
export const LookingOn: Story = { decorators: [onModule({ scopes: ['embeds:read'], api })] }

export const Locked: Story = {
  decorators: [
    onModule({ scopes, api, viewState: memoryViewState({ session: lockedSession.id }) }),
  ],
}

/** Who builds pages and may not see customers learns how many there are. */
export const LockedToUnseen: Story = {
  decorators: [
    onModule({
      scopes,
      api: {
        ...api,
        embeds: {
          ...api.embeds,
          list: () =>
            pageWith([
              {
                ...lockedSession,
                filters: { externalIds: null, customers: 3, regions: null, masked: false },
              },
            ]),
          show: () =>
            Promise.resolve({
              ...lockedSession,
              filters: { externalIds: null, customers: 3, regions: null, masked: false },
            }),
        },
      },
      viewState: memoryViewState({ session: lockedSession.id }),
    }),
  ],
}

export const NoneYet: Story = {
  decorators: [onModule({ scopes, api: { ...api, embeds: { list: () => pageWith([]) } } })],
}

export const NoneFound: Story = {
  decorators: [
    onModule({
      scopes,
      api: { ...api, embeds: { list: () => pageWith([]) } },
      viewState: memoryViewState({ state: 'revoked', search: 'nobody' }),
    }),
  ],
}

export const Loading: Story = {
  decorators: [
    onModule({
      scopes,
      api: { ...api, embeds: { list: () => new Promise<never>(() => undefined) } },
    }),
  ],
}

export const Failed: Story = {
  decorators: [
    onModule({
      scopes,
      api: { ...api, embeds: { list: () => Promise.reject(new TypeError('Failed to fetch')) } },
    }),
  ],
}

export const NotPermitted: Story = { decorators: [onModule({ scopes: [], api })] }

export const LongNames: Story = {
  decorators: [
    onModule({
      scopes,
      api: {
        ...api,
        embeds: {
          ...api.embeds,
          list: () =>
            pageWith([
              sessionOf({
                user: { ref: unbroken, name: unbroken },
                app: { id: sessionOf().app.id, name: unbroken },
                key: { id: sessionOf().key.id, label: unbroken },
                enteredOrigin: `https://${unbroken}.example.com`,
              }),
            ]),
        },
      },
    }),
  ],
}
