import { expect, jest, test } from '@jest/globals'
import { waitFor } from '@testing-library/react'
import { watchTheme } from './colours.ts'

const nothing = () => undefined

test('EM-3: a chart hears when the page gives another look to an element around it, however far out', async () => {
  Object.assign(globalThis, {
    matchMedia: () => ({ addEventListener: nothing, removeEventListener: nothing }),
  })
  const outer = document.body.appendChild(document.createElement('div'))
  const inner = outer.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'))
  const place = inner.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'))
  place.style.setProperty('--sonaqor-top', '0px')
  const hear = jest.fn()
  const unwatch = watchTheme(place, hear)
  for (const [index, dressed] of [place, inner, outer, document.documentElement].entries()) {
    dressed.style.setProperty('--sonaqor-chart-series-1', 'red')
    await waitFor(() => expect(hear).toHaveBeenCalledTimes(index + 1))
  }
  unwatch()
  outer.style.setProperty('--sonaqor-chart-series-1', 'blue')
  await Promise.resolve()
  expect(hear).toHaveBeenCalledTimes(4)
})
