import { memoryViewState, type FakeModuleOptions } from '@sonaqor/module/testing'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { appOf } from '@sonaqor/storybook/fixtures/projects'
import { unbroken } from '@sonaqor/storybook/fixtures/unbroken'
import {
  inboxMessageDetailOf,
  inboxMessageOf,
  inboxMessages,
  inboxOf,
  unopenedInbox,
} from '@sonaqor/storybook/fixtures/webhook-inbox'
import { onModule } from '@sonaqor/storybook/on-module'
import { inGerman, onSurface } from '@sonaqor/storybook/on-surface'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import EndpointsPage from '../list/endpoints-page.tsx'
import { hostWith } from '../testing/answers.ts'
import { everyLanguage } from '../testing/page-languages.ts'

export default { title: 'Webhooks/Test inbox', component: EndpointsPage } satisfies Meta<
  typeof EndpointsPage
>

type Story = StoryObj<typeof EndpointsPage>
type Answers = NonNullable<NonNullable<FakeModuleOptions['api']>['webhookInbox']>

/** Two apps to choose from, and what their inboxes answer. */
const inbox = (
  webhookInbox: Answers = {},
  state: Readonly<Record<string, string>> = {},
  options: FakeModuleOptions = {},
) =>
  onModule({
    ...hostWith(
      {},
      {
        ...options,
        api: {
          apps: {
            list: () => pageWith([appOf(), appOf({ id: unknownApp, name: 'Ledger import' })]),
          },
          ...options.api,
          webhookInbox,
        },
      },
    ),
    viewState: memoryViewState({ show: 'inbox', ...state }),
  })
const unknownApp = '01920000-0000-7000-8000-00000000b009'
const message = inboxMessageOf().id
const german = [inGerman(...everyLanguage)]

export const Full: Story = { decorators: [inbox()] }
export const InAColumn: Story = { decorators: [inbox(), onSurface({ widthPx: 360 })] }
export const German: Story = {
  loaders: german,
  decorators: [inbox({}, {}, { locale: 'de' }), onSurface({ locale: 'de' })],
}
export const ReadOnly: Story = {
  decorators: [inbox({}, {}, { scopes: ['webhooks:read', 'apps:read'] })],
}

export const NotOpened: Story = {
  decorators: [inbox({ show: () => Promise.resolve(unopenedInbox) })],
}
export const NotOpenedInGerman: Story = {
  loaders: german,
  decorators: [
    inbox({ show: () => Promise.resolve(unopenedInbox) }, {}, { locale: 'de' }),
    onSurface({ locale: 'de', widthPx: 360 }),
  ],
}
export const Empty: Story = {
  decorators: [
    inbox({
      show: () => Promise.resolve(inboxOf({ messages: 0 })),
      listMessages: () => pageWith([]),
    }),
  ],
}
export const NoneOfType: Story = {
  decorators: [inbox({ listMessages: () => pageWith([]) }, { type: 'keys.issued' })],
}
export const Closed: Story = {
  decorators: [inbox({ show: () => Promise.resolve(inboxOf({ isOpen: false, because: 'gone' })) })],
}
export const InProduction: Story = {
  decorators: [inbox({}, {}, { environment: 'production' })],
}
export const WithoutApp: Story = {
  decorators: [inbox({}, {}, { api: { apps: { list: () => pageWith([]) } } })],
}
export const Loading: Story = { decorators: [inbox({ show: () => new Promise(() => {}) })] }
export const MessagesLoading: Story = {
  decorators: [inbox({ listMessages: () => new Promise(() => {}) })],
}
export const Failed: Story = {
  decorators: [inbox({ show: () => Promise.reject(new TypeError('no answer')) })],
}
export const NotLive: Story = { decorators: [inbox({}, {}, { liveStatus: 'lost' })] }

export const Opened: Story = { decorators: [inbox({}, { message })] }
export const OpenedInAColumn: Story = {
  decorators: [inbox({}, { message }), onSurface({ widthPx: 360 })],
}
export const OpenedInvalid: Story = {
  loaders: german,
  decorators: [
    inbox({}, { message: inboxMessages[3]?.id ?? '' }, { locale: 'de' }),
    onSurface({ locale: 'de' }),
  ],
}
/** Somebody who may see no values. */
export const BodyHeldBack: Story = {
  decorators: [
    inbox(
      {
        showMessage: () =>
          Promise.resolve(
            inboxMessageDetailOf({
              body: '{"type":"string","data":{"keyId":"string"}}',
              isBodyHeldBack: true,
            }),
          ),
      },
      { message },
    ),
  ],
}
export const Unbroken: Story = {
  decorators: [
    inbox(
      { listMessages: () => pageWith([inboxMessageOf({ eventType: `apps.${unbroken}` })]) },
      {},
      { api: { apps: { list: () => pageWith([appOf({ name: unbroken })]) } } },
    ),
    onSurface({ widthPx: 360 }),
  ],
}
