import { fakeModule, type FakeModule, type FakeModuleOptions } from '@sonaqor/module/testing'
import {
  deliveries,
  deliveryDetailOf,
  endpoints,
  eventTypes,
  healthSeriesOf,
} from '@sonaqor/storybook/fixtures/webhooks'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { apps } from '@sonaqor/storybook/fixtures/projects'
import { Surface } from '@sonaqor/ui'
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'

export const developer = [
  'webhooks:read',
  'webhooks:write',
  'apps:read',
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
      return Promise.resolve(deliveryDetailOf({ ...found }))
    },
    listEventTypes: () => Promise.resolve({ data: [...eventTypes] }),
    health: () => Promise.resolve(healthSeriesOf()),
  },
} satisfies FakeModuleOptions['api']

export function oneOf<Row extends { readonly id: string }>(rows: readonly Row[], id: string) {
  const row = rows.find((one) => one.id === id)
  return row ? Promise.resolve(row) : Promise.reject(new TypeError('no answer'))
}

/** A view as a host shows it to a developer. */
export function showView(view: ReactNode, options: FakeModuleOptions = {}): FakeModule {
  const { api, ...rest } = options
  const module = fakeModule({
    scopes: developer,
    ...rest,
    api: {
      ...answers,
      ...api,
      webhooks: { ...answers.webhooks, ...api?.webhooks },
    },
  })
  render(<Surface locale={options.locale ?? 'en'}>{view}</Surface>, { wrapper: module.wrapper })
  return module
}

export const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }))

export const rowOf = async (name: string) => {
  const row = (await screen.findByText(name)).closest('tr')
  if (!row) throw new Error(`${name} stands in no row.`)
  return within(row)
}

/** Opens the menu of an endpoint's row, once it has come after the page. */
export async function actsOn(name: string) {
  await press(`Actions for ${name}`)
  return within(await screen.findByRole('menu', { name: `Actions for ${name}` }))
}

export async function choose(name: string, act: string) {
  const menu = await actsOn(name)
  await userEvent.click(await menu.findByRole('menuitem', { name: act }))
}

/** A dialog or a drawer by its title. */
export const inDialog = async (name: string | RegExp) =>
  within(await screen.findByRole('dialog', { name }))
