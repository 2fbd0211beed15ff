import { auditEntryOf, checkpoints } from '@sonaqor/storybook/fixtures/audit'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { expect, jest, test } from '@jest/globals'
import { screen } from '@testing-library/react'
import { dialog, press, showPage, type Api } from './testing/show-audit-page.tsx'

type Verify = Api['audit']['verify']
type Verification = Awaited<ReturnType<Verify>>

const step = (change: Partial<Verification> = {}): Verification => ({
  intact: true,
  entries: 2000,
  head: auditEntryOf().hash,
  brokenAt: null,
  fault: null,
  checkpoints: 2,
  next: null,
  ...change,
})

async function verifyWith(verify: Verify, signed = checkpoints) {
  const module = showPage({ api: { audit: { verify, checkpoints: () => pageWith(signed) } } })
  await press('Verify…')
  return { module, shown: await dialog('Verify the log') }
}

test('XC-4: the log is verified step by step, and how far it is can be seen', async () => {
  const second = Promise.withResolvers<Verification>()
  const verify = jest
    .fn<Verify>(() => second.promise)
    .mockResolvedValueOnce(step({ next: 2001, checkpoints: 1 }))
  const { shown } = await verifyWith(verify)
  expect(await shown.findByText('2,000 of 4,217 entries')).toBeTruthy()
  expect(shown.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('47')
  second.resolve(step({ entries: 2217 }))
  expect(await shown.findByText('The log is intact')).toBeTruthy()
  expect(shown.getByText(/All 4,217 entries are as they were written/).textContent).toContain(
    '3 signed checkpoints fit',
  )
  expect(verify.mock.calls.map(([request]) => request?.query?.from)).toEqual([1, 2001])
})

test('XC-4: a log that does not hold says where, what that means, and what to do', async () => {
  const { shown } = await verifyWith(() =>
    Promise.resolve(step({ intact: false, entries: 50, brokenAt: 51, fault: 'changed' })),
  )
  const alert = await shown.findByRole('alert')
  expect(alert.textContent).toContain('The log does not hold at entry 51')
  expect(alert.textContent).toContain('somebody changed it in the database')
  expect(alert.textContent).toContain('50 entries hold so far')
  expect(shown.getByRole('heading', { name: 'What to do' })).toBeTruthy()
  expect(shown.queryByText('The log is intact')).toBeNull()
})

test('XC-4: a walk that was cut off is not called intact, and goes on where it was', async () => {
  const verify = jest
    .fn<Verify>()
    .mockResolvedValueOnce(step({ next: 2001 }))
    .mockRejectedValueOnce(new TypeError('no answer'))
    .mockResolvedValueOnce(step({ entries: 2217 }))
  const { shown } = await verifyWith(verify)
  expect(await shown.findByText('The log could not be verified to its end')).toBeTruthy()
  expect(shown.queryByText('The log is intact')).toBeNull()
  await press('Go on')
  expect(await shown.findByText(/All 4,217 entries/)).toBeTruthy()
  expect(verify.mock.calls.map(([request]) => request?.query?.from)).toEqual([1, 2001, 2001])
})

test('XC-4: whoever closes the dialog asks for no further step', async () => {
  const first = Promise.withResolvers<Verification>()
  const verify = jest.fn<Verify>(() => first.promise)
  await verifyWith(verify)
  await press('Cancel')
  first.resolve(step({ next: 2001 }))
  await first.promise
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(verify).toHaveBeenCalledTimes(1)
})

test('XC-4: the checkpoints say when they were signed, and when they had arrived outside', async () => {
  const { shown } = await verifyWith(() => Promise.resolve(step()))
  const rows = (await shown.findAllByRole('row')).slice(1).map((row) => row.textContent)
  expect(rows).toHaveLength(3)
  expect(rows[0]).toContain('Not sent')
  expect(rows[1]).toMatch(/Entry 4,200.*50 minutes ago.*49 minutes ago/)
  const guide = shown.getByRole('link', { name: /How to verify it without us/ })
  expect(guide.getAttribute('href')).toBe('https://sonaqor.example/docs/audit')
})

test('XC-4: where nothing was signed yet, it says when that will be', async () => {
  const { shown } = await verifyWith(() => Promise.resolve(step({ checkpoints: 0 })), [])
  expect(await shown.findByText('No checkpoint has been signed yet')).toBeTruthy()
})
