import { auditEntries, auditEntryOf } from '@sonaqor/storybook/fixtures/audit'
import { keyOf } from '@sonaqor/storybook/fixtures/keys'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { memoryViewState } from '@sonaqor/module/testing'
import { expect, jest, test } from '@jest/globals'
import { act, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { dialog, press, showPage, type Search } from './testing/show-audit-page.tsx'

const [issued, updated, ingested] = auditEntries.map(({ id }) => id)
const opened = (entry: string) => ({ viewState: memoryViewState({ entry }) })

test('XC-4: an entry opens with all that it says, its hashes and its place in the chain to copy', async () => {
  const module = showPage()
  await press('Dana Developer: Issued an API key, Checkout server')
  const drawer = await dialog('Issued an API key')
  const { requestId, hash, previousHash, actor, userAgent } = auditEntryOf()
  for (const words of [requestId!, hash, previousHash, actor.id, userAgent!, 'Entry 4,217']) {
    expect(drawer.getByText(words)).toBeTruthy()
  }
  expect(drawer.getByRole('button', { name: 'Copy hash of entry 4,217' })).toBeTruthy()
  expect(module.viewState.read()).toEqual({ entry: issued })
  await userEvent.click(drawer.getByRole('button', { name: 'Close' }))
  expect(module.viewState.read()).toEqual({})
})

const changes = async () =>
  (await screen.findByRole('region', { name: 'What changed' })).querySelectorAll('ul > li > div')

test('XC-4: a change is told field by field, what was and what is, and what stayed is one press away', async () => {
  showPage(opened(updated!))
  const [name, nameSides, , origins, , allowlist] = await changes()
  expect(name?.textContent).toBe('nameChanged')
  expect(nameSides?.querySelector('del')?.textContent).toBe('was Checkout')
  expect(nameSides?.querySelector('ins')?.textContent).toBe('is Checkout and returns')
  // Of a list it is told what came and what went, not the list twice.
  expect(origins?.textContent).toBe('is https://returns.example.com')
  expect(allowlist?.textContent).toBe('is 203.0.113.0/24')
  expect(screen.getByText('9 fields stayed as they were')).toBeTruthy()
})

test('XC-4: what was masked when it was recorded is masked here', async () => {
  const before = { secret: '[masked]', nested: { note: 'a', iban: '[masked]' } }
  const after = { secret: '[masked]', nested: { note: 'b', iban: '[masked]' } }
  const entry = auditEntryOf({ action: 'apps.updated', before, after })
  showPage({ ...opened(entry.id), api: { audit: { search: () => pageWith([entry]) } } })
  const [field, sides] = await changes()
  expect(field?.textContent).toBe('nested › noteChanged')
  expect(sides?.textContent).toBe('was ais b')
  expect(screen.getAllByText('[masked]')).toHaveLength(2)
})

test('XC-4: of a thing that was made it is told what was recorded', async () => {
  showPage(opened(issued!))
  const recorded = await screen.findByRole('region', { name: 'What was recorded' })
  expect(recorded.textContent).toContain('labelCheckout server')
  expect(recorded.textContent).toContain('lastUsedAtempty')
})

test('XC-4: J and K lead along the log, and past its end it is read on', async () => {
  const older = auditEntryOf({ sequence: 9, action: 'tenants.founded', after: null, target: null })
  const search = jest
    .fn<Search>(() => pageWith([older]))
    .mockImplementationOnce(() => pageWith(auditEntries, 'cursor-2'))
  const module = showPage({ ...opened(issued!), api: { audit: { search } } })
  const drawer = await dialog('Issued an API key')
  expect(drawer.getByRole('button', { name: 'This is the first entry of the list' })).toBeTruthy()
  await userEvent.click(drawer.getByRole('heading', { name: 'Issued an API key' }))
  await userEvent.keyboard('jj')
  expect(module.viewState.read()).toEqual({ entry: ingested })
  await userEvent.keyboard('k')
  expect(module.viewState.read()).toEqual({ entry: updated })
  await userEvent.keyboard('jjjjj')
  await userEvent.click(drawer.getByRole('button', { name: 'Next entry' }))
  await waitFor(() => expect(module.viewState.read()).toEqual({ entry: older.id }))
})

test('XC-6: J and K do nothing for who switched single keys off, and the buttons still lead along', async () => {
  const module = showPage({ ...opened(issued!), singleKeys: false })
  const drawer = await dialog('Issued an API key')
  await userEvent.click(drawer.getByRole('heading', { name: 'Issued an API key' }))
  await userEvent.keyboard('j')
  expect(module.viewState.read()).toEqual({ entry: issued })
  const next = drawer.getByRole('button', { name: 'Next entry' })
  expect([next.textContent, next.title, next.getAttribute('aria-keyshortcuts')]).toEqual([
    '',
    'Next entry',
    null,
  ])
  await userEvent.click(next)
  expect(module.viewState.read()).toEqual({ entry: updated })
})

test('XC-4: from an entry the log is narrowed to who did it, to what it is about, and to the address', async () => {
  const module = showPage(opened(issued!))
  const { actor, target, ip } = auditEntryOf()
  const reopen = () => act(() => module.viewState.write({ entry: issued! }))
  await press('Only what Dana Developer did')
  expect(module.viewState.read()).toEqual({ actor: actor.id })
  reopen()
  await press('Only entries about this')
  expect(module.viewState.read()).toEqual({ target })
  reopen()
  await press(`Only from ${ip}`)
  expect(module.viewState.read()).toEqual({ ip })
})

test('XC-4: what a key did leads to its request, for who may see logs', async () => {
  const module = showPage({ ...opened(ingested!), scopes: ['audit:read', 'logs:read'] })
  await press('Show the request')
  const { requestId } = auditEntryOf()
  expect(module.navigated).toEqual([
    {
      view: 'logs.list',
      params: { environment: 'sandbox', requestId, range: expect.stringMatching(/Z\/.*Z$/) },
    },
  ])
})

test('XC-2: nobody is led to a request that was not logged, or that they may not see', async () => {
  showPage({ ...opened(issued!), scopes: ['audit:read', 'logs:read'] })
  await dialog('Issued an API key')
  expect(screen.queryByRole('button', { name: 'Show the request' })).toBeNull()
})

test('XC-4: a link to an entry that is further back finds it by the time in its id', async () => {
  const far = auditEntryOf({ id: '0199a1b2-c3d4-7000-8000-000000000001', sequence: 12 })
  const search = jest.fn<Search>(({ query } = {}) =>
    pageWith(query?.from && query.to ? [far] : auditEntries),
  )
  showPage({ ...opened(far.id), api: { audit: { search } } })
  expect(await (await dialog('Issued an API key')).findByText('Entry 12')).toBeTruthy()
  const made = Number.parseInt('0199a1b2c3d4', 16)
  const asked = search.mock.calls.map(([one]) => one!.query!).find(({ to }) => to)
  expect(Date.parse(asked!.from!)).toBeLessThan(made)
  expect(Date.parse(asked!.to!)).toBeGreaterThan(made)
})

test('EM-10: what was done in a partner’s page says whose user it was, and whose key let them in', async () => {
  const embed = { userRef: 'merchant-7', key: { id: 'key-1', label: 'Portal server' } }
  const byPage = auditEntryOf({ actor: { kind: 'embed', id: 's', name: 'Ada Marsh', embed } })
  showPage({ ...opened(byPage.id), api: { audit: { search: () => pageWith([byPage]) } } })
  const drawer = await dialog('Issued an API key')
  expect(drawer.getByText('merchant-7')).toBeTruthy()
  expect(drawer.getByText('Portal server')).toBeTruthy()
})

test('XC-4: a link to no entry of this tenant says so', async () => {
  showPage(opened(keyOf().id))
  expect(await screen.findByText('There is no such entry')).toBeTruthy()
})
