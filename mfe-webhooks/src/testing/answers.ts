import type { FakeModuleOptions } from '@sonaqor/module/testing'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { apps } from '@sonaqor/storybook/fixtures/projects'
import {
  inboxMessageDetailOf,
  inboxMessages,
  inboxOf,
} from '@sonaqor/storybook/fixtures/webhook-inbox'
import { endpoints } from '@sonaqor/storybook/fixtures/webhook-endpoints'
import {
  deliveries,
  deliveryDetailOf,
  eventTypes,
  healthSeriesOf,
} from '@sonaqor/storybook/fixtures/webhooks'

export const developer = [
  'webhooks:read',
  'webhooks:write',
  'apps:read',
  'keys:read',
  'logs:read',
  'jobs:read',
  'jobs:run',
] as const

/** What a host answers to a developer of a tenant with some endpoints and deliveries. */
export const answers = {
  apps: { list: () => pageWith(apps) },
  webhooks: {
    listEndpoints: () => pageWith(endpoints),
    showEndpoint: ({ params }) => oneOf(endpoints, params.id),
    listDeliveries: () => pageWith(deliveries),
    showDelivery: ({ params }) => {
      const found = deliveries.find(({ id }) => id === params.id)
      const detail = deliveryDetailOf()
      return Promise.resolve({ ...detail, ...found, attempts: detail.attemptList.length })
    },
    listEventTypes: () => Promise.resolve({ data: [...eventTypes] }),
    health: () => Promise.resolve(healthSeriesOf()),
  },
  webhookInbox: {
    show: () => Promise.resolve(inboxOf()),
    listMessages: () => pageWith(inboxMessages),
    showMessage: ({ params }) => {
      const found = inboxMessages.find(({ id }) => id === params.id)
      return Promise.resolve(inboxMessageDetailOf({ ...found }))
    },
  },
} satisfies FakeModuleOptions['api']

function oneOf<Row extends { readonly id: string }>(rows: readonly Row[], id: string) {
  const row = rows.find((one) => one.id === id)
  return row ? Promise.resolve(row) : Promise.reject(new TypeError('no answer'))
}

type Answers = NonNullable<NonNullable<FakeModuleOptions['api']>['webhooks']>

/** The same host, with some of its answers others than these. */
export const hostWith = (
  webhooks: Answers = {},
  options: FakeModuleOptions = {},
): FakeModuleOptions => ({
  scopes: developer,
  ...options,
  api: {
    ...answers,
    ...options.api,
    webhooks: { ...answers.webhooks, ...webhooks },
    webhookInbox: { ...answers.webhookInbox, ...options.api?.webhookInbox },
  },
})
