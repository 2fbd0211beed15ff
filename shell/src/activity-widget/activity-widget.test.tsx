import type { ModuleContext } from '@sonaqor/module'
import { fakeModule, type FakeModuleOptions } from '@sonaqor/module/testing'
import { activityOf } from '@sonaqor/storybook/fixtures/activity'
import { Surface } from '@sonaqor/ui'
import { expect, jest, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import ActivityWidget from './activity-widget.tsx'

// There is no canvas here to draw upon.
jest.unstable_mockModule('../../../storybook/ui/src/chart/drawing.ts', () => ({
  drawIn: () => ({ show: () => undefined, end: () => undefined, png: () => undefined }),
}))

function showWidget(options: FakeModuleOptions = {}) {
  const activity = jest.fn<ModuleContext['api']['apps']['activity']>(() =>
    Promise.resolve(activityOf()),
  )
  const { wrapper } = fakeModule({
    kind: 'embed',
    scopes: ['apps:read'],
    api: { apps: { activity } },
    ...options,
  })
  render(
    <Surface>
      <ActivityWidget />
    </Surface>,
    { wrapper },
  )
  return { activity }
}

test('EM-5: an embed shows how the app of its session fares, and no other one', async () => {
  const { activity } = showWidget({
    app: { id: 'a1', environment: 'production' },
    params: { appId: 'of-somebody-else' },
  })
  expect(await screen.findByText('24,252')).toBeTruthy()
  expect(activity).toHaveBeenCalledWith({ params: { id: 'a1' } })
  expect(screen.getByRole('heading', { level: 2, name: 'Activity' })).toBeTruthy()
  expect(screen.queryByRole('heading', { level: 1 })).toBeNull()
})

test('EM-5: where nobody names an app the widget asks for none', () => {
  const { activity } = showWidget()
  expect(activity).not.toHaveBeenCalled()
  expect(screen.getByText('No app is selected')).toBeTruthy()
})

test('EM-5: without its scope the widget says which one is missing', () => {
  showWidget({ scopes: [] })
  expect(screen.getByText('apps:read')).toBeTruthy()
})
