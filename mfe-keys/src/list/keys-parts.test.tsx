import { keys } from '@sonaqor/storybook/fixtures/keys'
import { apps } from '@sonaqor/storybook/fixtures/projects'
import { expect, jest, test } from '@jest/globals'
import { screen } from '@testing-library/react'
import { pageOver, press } from '../testing/show-keys-page.tsx'

jest.unstable_mockModule('./keys-parts.ts', () => {
  throw new Error('The network is gone.')
})

test('EM-7: where a key cannot be opened, the list stays and says so', async () => {
  const module = pageOver({ keys, apps })()
  await press('Open Checkout server')
  expect(await screen.findByText('This could not be opened')).toBeTruthy()
  expect(module.viewState.read()).toEqual({})
  expect(screen.getByRole('button', { name: 'Open Checkout server' })).toBeTruthy()
})
