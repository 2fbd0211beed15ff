import { scopesOf, type Role } from '@sonaqor/contract/access'
import type { TeamMember } from '@sonaqor/contract/team'
import { fakeModule, type FakeApi, type FakeModuleOptions } from '@sonaqor/module/testing'
import { Surface } from '@sonaqor/ui'
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import TeamPage from '../team-page.tsx'
import { people } from './people.ts'
import { apiOver } from './team-api.ts'

interface Shown extends Omit<FakeModuleOptions, 'api'> {
  /** Whose eyes it is seen with; an owner's unless said. */
  readonly as?: Role
  readonly team?: readonly TeamMember[]
  readonly api?: FakeApi
}

/** The page as the shell shows it to somebody of the team. */
export function showTeam({ as = 'owner', team = people, api, ...rest }: Shown = {}) {
  const module = fakeModule({ scopes: scopesOf(as), ...rest, api: apiOver(team, api) })
  render(
    <Surface locale={rest.locale ?? 'en'}>
      <TeamPage />
    </Surface>,
    { wrapper: module.wrapper },
  )
  return module
}

/** What comes after the page comes in its own time. */
const later = { timeout: 5_000 }

export const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }, later))

export const rowOf = async (name: string) => {
  const row = (await screen.findByText(name, {}, later)).closest('tr')
  if (!row) throw new Error(`${name} stands in no row.`)
  return within(row)
}

/** The menu of a row, once it has come after the page. */
export async function actsOn(name: string) {
  await press(`Actions for ${name}`)
  const menu = within(await screen.findByRole('menu', { name: `Actions for ${name}` }, later))
  await menu.findAllByRole('menuitem')
  return menu
}

/** Chooses an act of a row, and the question that stands before it. */
export async function askTo(act: string, name: string, question: string) {
  const menu = await actsOn(name)
  await userEvent.click(menu.getByRole('menuitem', { name: act }))
  return within(await screen.findByRole('dialog', { name: question }, later))
}

export async function openDrawer(name: string) {
  await press(`Open ${name}`)
  return within(await screen.findByRole('dialog', { name }, later))
}
