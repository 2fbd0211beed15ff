import { fakeModule, type FakeModule, type FakeModuleOptions } from '@sonaqor/module/testing'
import { Surface } from '@sonaqor/ui'
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { hostWith } from './answers.ts'

/** A view as a host shows it to a developer. */
export function showView(view: ReactNode, options: FakeModuleOptions = {}): FakeModule {
  const module = fakeModule(hostWith(options.api?.webhooks, options))
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
