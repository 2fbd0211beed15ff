import { logDetailOf, logEntries } from '@sonaqor/storybook/fixtures/logs'
import { expect, jest, test } from '@jest/globals'
import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { pageOver, requestNamed } from '../testing/show-logs-page.tsx'

jest.unstable_mockModule('./logs-parts.ts', () => {
  throw new Error('The network is gone.')
})

test('EM-7: where a request cannot be opened, the list stays and says so', async () => {
  const module = pageOver({ entries: logEntries, detailOf: logDetailOf })()
  await userEvent.click(await requestNamed('POST /v1/customers, 201 Created'))
  expect(await screen.findByText('This could not be opened')).toBeTruthy()
  expect(module.viewState.read()).toEqual({})
  expect(screen.getByText('201 Created')).toBeTruthy()
})
