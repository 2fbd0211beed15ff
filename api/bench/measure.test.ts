import { expect, test } from '@jest/globals'
import { perSecond } from './measure.ts'

test('what several do at once is counted whole, each of them', async () => {
  let acts = 0
  const began = performance.now()
  const rate = await perSecond(
    async () => {
      acts += 1
      return Promise.resolve(1)
    },
    { seconds: 0.02, atOnce: 3 },
  )
  // It has measured within this time, so that it comes to no less than this.
  expect(rate).toBeGreaterThanOrEqual((acts * 1000) / (performance.now() - began))
})
