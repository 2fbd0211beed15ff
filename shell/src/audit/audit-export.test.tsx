import type { ModuleContext } from '@sonaqor/module'
import { memoryViewState } from '@sonaqor/module/testing'
import { expect, jest, test } from '@jest/globals'
import { screen } from '@testing-library/react'
import { jobOf } from '../jobs/testing/jobs.ts'
import { dialog, press, showPage } from './testing/show-audit-page.tsx'

type Start = ModuleContext['api']['exports']['start']

const scopes = ['audit:read', 'jobs:read', 'jobs:run'] as const

async function openExport(state: Readonly<Record<string, string>> = {}) {
  const start = jest.fn<Start>(() => Promise.resolve(jobOf()))
  const api = { exports: { start }, jobs: { show: () => Promise.resolve(jobOf()) } }
  showPage({ scopes, api, viewState: memoryViewState(state) })
  await press('Export…')
  return { start, shown: await dialog('Export audit log') }
}

test('XC-2: who may start no jobs is offered no export', async () => {
  showPage({ scopes: ['audit:read', 'jobs:read'] })
  await screen.findByRole('button', { name: 'Verify…' })
  expect(screen.queryByRole('button', { name: 'Export…' })).toBeNull()
})

test('XC-4: an export takes over what the page is narrowed to, and its progress is shown there', async () => {
  const { start, shown } = await openExport({ area: 'keys', kind: 'member', range: '7d' })
  await press('Start export')
  const { filter } = start.mock.calls[0]![0].body
  expect(filter).toMatchObject({ area: 'keys', actorKind: 'member' })
  expect(filter!.from).toMatch(/:00:00\.000Z$/)
  expect(filter!.to).toBeUndefined()
  expect(await shown.findByText('412,000 of 1,000,000 rows')).toBeTruthy()
})

test('XC-4: without a filter it is the whole log, and no filter is offered', async () => {
  const { start, shown } = await openExport()
  expect(shown.queryByRole('option', { name: 'What the filters show' })).toBeNull()
  await press('Start export')
  expect(start.mock.calls[0]![0].body).toEqual({
    of: 'audit',
    format: 'csv',
    filter: {},
    language: 'en',
  })
})
