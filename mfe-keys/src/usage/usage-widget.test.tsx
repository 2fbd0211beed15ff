import type { KeyUsage } from '@sonaqor/contract/key-usage'
import type { ModuleContext } from '@sonaqor/module'
import { fakeModule, type FakeModuleOptions } from '@sonaqor/module/testing'
import { usageOf } from '@sonaqor/storybook/fixtures/key-usage'
import { Surface } from '@sonaqor/ui'
import { expect, jest, test } from '@jest/globals'
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import UsageWidget from './usage-widget.tsx'

function showWidget(options: FakeModuleOptions = {}, known: KeyUsage = usageOf()) {
  const usage = jest.fn<ModuleContext['api']['keys']['usage']>(() => Promise.resolve(known))
  const module = fakeModule({
    kind: 'embed',
    scopes: ['keys:read'],
    api: { keys: { usage } },
    ...options,
  })
  render(
    <Surface>
      <UsageWidget />
    </Surface>,
    { wrapper: module.wrapper },
  )
  return { ...module, usage }
}

const lines = async () =>
  within(await screen.findByRole('list', { name: 'Key usage' })).getAllByRole('listitem')

test('EM-5: each key says how much was asked with it, what was refused, and when last', async () => {
  const { usage } = showWidget({ app: { id: 'a1', environment: 'sandbox' } })
  const [busy, , idle] = await lines()
  expect(busy?.textContent).toContain('4,210 requests')
  expect(busy?.textContent).toContain('2% errors')
  expect(idle?.textContent).toContain('0 requests')
  expect(idle?.textContent).toContain('Never')
  expect(idle?.textContent).not.toContain('errors')
  expect(usage).toHaveBeenCalledWith({ query: { environment: 'sandbox', appId: 'a1' } })
})

test('EM-5: a key that opens nothing any more says so, and one that works needs no word for it', async () => {
  const known = usageOf()
  const keys = known.keys.map((key, at) => (at === 1 ? { ...key, state: 'revoked' as const } : key))
  showWidget({}, { ...known, keys })
  const [works, over] = await lines()
  expect(within(over!).getByText('Revoked')).toBeTruthy()
  expect(within(works!).queryByText('Active')).toBeNull()
})

test('EM-5: a key of which every request was refused is not called unused', async () => {
  const known = usageOf()
  const keys = known.keys.map((key) => Object.assign(key, { errors: 4210, lastUsedAt: null }))
  showWidget({}, { ...known, keys })
  expect((await lines())[0]?.textContent).toContain('100% errors · none accepted')
})

test('EM-5: it leads to the keys where the page shows them, and nowhere else', async () => {
  const { navigated } = showWidget()
  await lines()
  await userEvent.click(screen.getByRole('button', { name: 'All keys' }))
  expect(navigated).toEqual([{ view: 'keys.list', params: undefined }])
})

test('EM-5: a session without the page of the keys offers no way to it', async () => {
  showWidget({ views: ['keys.usage'] })
  await lines()
  expect(screen.queryByRole('button', { name: 'All keys' })).toBeNull()
})

test('EM-5: an app without keys says how some come about; no right says which is missing', async () => {
  showWidget({}, { ...usageOf(), keys: [] })
  expect(await screen.findByText('No keys yet')).toBeTruthy()
  showWidget({ scopes: [] })
  expect(screen.getByText('keys:read')).toBeTruthy()
})
