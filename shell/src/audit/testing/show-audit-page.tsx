import { auditEntries } from '@sonaqor/storybook/fixtures/audit'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import type { ModuleContext } from '@sonaqor/module'
import { fakeModule, type FakeModuleOptions } from '@sonaqor/module/testing'
import { Surface } from '@sonaqor/ui'
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import AuditPage from '../audit-page.tsx'

export type Api = ModuleContext['api']
export type Search = Api['audit']['search']

/** The actions of the entries of the fixtures, as the API lists them. */
export const actions = [...new Set(auditEntries.map(({ action }) => action))]
  .toSorted()
  .map((action) => ({ action, area: action.split('.')[0]! }))

/** The page as a host shows it to somebody who may see the audit log alone, with some entries. */
export function showPage(options: FakeModuleOptions = {}) {
  const module = fakeModule({
    scopes: ['audit:read'],
    ...options,
    api: {
      ...options.api,
      audit: {
        search: () => pageWith(auditEntries),
        actions: () => Promise.resolve({ data: actions }),
        checkpoints: () => pageWith([]),
        ...options.api?.audit,
      },
    },
  })
  render(
    <Surface locale={options.locale ?? 'en'}>
      <AuditPage />
    </Surface>,
    { wrapper: module.wrapper },
  )
  return module
}

export const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }))

/** What opens above the page comes in a part of its own, which a busy machine takes its time for. */
export const dialog = async (name: string | RegExp) =>
  within(await screen.findByRole('dialog', { name }, { timeout: 10_000 }))
