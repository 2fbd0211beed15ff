import { expect, jest, test } from '@jest/globals'
import { act, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { CopyLink } from './copy-link.tsx'
import { fakeModule, type FakeModuleOptions } from './testing.ts'

function show(options: FakeModuleOptions = {}) {
  const module = fakeModule(options)
  render(<CopyLink />, { wrapper: module.wrapper })
  return module
}

test('EM-9: the link leads back to what is seen, as it is when it is copied', async () => {
  const writeText = jest.fn<(text: string) => Promise<void>>(() => Promise.resolve())
  const user = userEvent.setup()
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true })
  const module = show({
    permalink: ({ entry = '' }) => Promise.resolve(`https://shop.example/logs/${entry}`),
  })
  act(() => module.viewState.write({ entry: 'e1' }))
  const button = await screen.findByRole('button', { name: 'Copy link' })
  await waitFor(async () => {
    await user.click(button)
    expect(writeText).toHaveBeenLastCalledWith('https://shop.example/logs/e1')
  })
})

test('EM-9: no link is offered where the page has none to give, or cannot make one', async () => {
  show()
  show({ permalink: () => Promise.reject(new Error('The page’s own.')) })
  await new Promise((done) => setTimeout(done))
  expect(screen.queryByRole('button')).toBeNull()
})
