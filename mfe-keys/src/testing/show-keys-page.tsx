import type { App } from '@sonaqor/contract/apps'
import type { Key } from '@sonaqor/contract/keys'
import { fakeModule, type FakeModule, type FakeModuleOptions } from '@sonaqor/module/testing'
import { Surface } from '@sonaqor/ui'
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import KeysPage from '../list/keys-page.tsx'

const developer = ['keys:read', 'keys:write', 'apps:read', 'logs:read'] as const

interface World {
  readonly keys: readonly Key[]
  readonly apps: readonly App[]
}

/** The page as a host shows it to a developer, with some keys of some apps. */
export function pageOver({ keys, apps }: World) {
  return (options: FakeModuleOptions = {}) => {
    const answered: FakeModuleOptions = {
      scopes: developer,
      ...options,
      api: {
        ...options.api,
        apps: {
          list: () => Promise.resolve({ data: [...apps], page: noMore }),
          ...options.api?.apps,
        },
        logs: {
          histogram: () => Promise.resolve(noRequests),
          facets: () => Promise.resolve(nothingInCommon),
          ...options.api?.logs,
        },
        keys: {
          list: () => Promise.resolve({ data: [...keys], page: noMore }),
          show: ({ params }) => asked(keys.find(({ id }) => id === params.id)),
          usage: () => Promise.resolve({ asOf, keys: [] }),
          advised: () => Promise.resolve({ asOf, keys: [] }),
          advice: ({ params }) => Promise.resolve({ ...nothingToSay, keyId: params.id }),
          history: ({ params }) => Promise.resolve({ keyId: params.id, events: [] }),
          ...options.api?.keys,
        },
      },
    }
    const module = fakeModule(answered)
    const draw = ({ wrapper }: Pick<FakeModule, 'wrapper'>) =>
      wrapper({
        children: (
          <Surface locale={options.locale ?? 'en'}>
            <KeysPage />
          </Surface>
        ),
      })
    const { rerender } = render(draw(module))
    const { viewState, read } = module
    /** Lets the host say something else under the eyes of the reader. */
    const turnTo = (change: FakeModuleOptions) =>
      rerender(draw(fakeModule({ ...answered, ...change, viewState, read })))
    return { ...module, turnTo }
  }
}

const asked = (key: Key | undefined) =>
  key ? Promise.resolve(key) : Promise.reject(new Error('The test has no such key.'))

const asOf = new Date().toISOString()
const noRequests = {
  from: asOf,
  to: asOf,
  intervalSeconds: 3600,
  buckets: [],
  isApproximate: false,
  completeFrom: asOf,
}
const none = { values: [], isApproximate: false, completeFrom: asOf }
const nothingInCommon = {
  from: asOf,
  to: asOf,
  status: none,
  method: none,
  app: none,
  key: none,
  path: none,
  ip: none,
}
const nothingToSay = {
  asOf,
  watchedSince: asOf,
  certainFrom: asOf,
  scopes: [],
  because: 'all-used' as const,
  keep: null,
}

const noMore = { next: null, prev: null }

export const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }))

export const rowOf = async (label: string) => {
  const row = (await screen.findByText(label)).closest('tr')
  if (!row) throw new Error(`${label} stands in no row.`)
  return row
}

/** Opens the menu of a key's row, once it has come after the page. */
export async function actsOn(label: string) {
  const name = `Actions for ${label}`
  await press(name)
  const menu = within(await screen.findByRole('menu', { name }))
  await menu.findAllByRole('menuitem')
  return menu
}

/** Asks to revoke a key; the question stands then. */
export async function askToRevoke(label: string) {
  const menu = await actsOn(label)
  await userEvent.click(menu.getByRole('menuitem', { name: 'Revoke…' }))
  return within(await screen.findByRole('dialog', { name: `Revoke “${label}”?` }))
}

export async function openDrawer(label: string) {
  await press(`Open ${label}`)
  return within(await screen.findByRole('dialog', { name: label }))
}
