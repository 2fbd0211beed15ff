import { expect, jest, test } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import { press, showAppPage } from '../testing/show-app-page.tsx'

let isOffline = true
jest.unstable_mockModule('./activity-charts.tsx', () => {
  if (isOffline) throw new Error('offline')
  return { ActivityCharts: () => 'the charts' }
})
const { default: AppPage } = await import('../app/app-page.tsx')

test('PA-3 EM-7: where the charts do not come the figures stand, and the charts can be asked for again', async () => {
  showAppPage(AppPage)
  const activity = within(await screen.findByRole('region', { name: 'Activity' }))
  const fault = await activity.findByRole('alert')
  expect(fault.textContent).toMatch(/The charts could not be loaded.*Check the connection/)
  expect(activity.getByText('24,252')).toBeTruthy()
  isOffline = false
  await press('Try again')
  expect(await activity.findByText('the charts')).toBeTruthy()
  expect(activity.queryByRole('alert')).toBeNull()
})
