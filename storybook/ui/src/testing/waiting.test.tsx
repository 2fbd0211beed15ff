import { expect, test } from '@jest/globals'
import { render } from '@testing-library/react'

test('what never came is told with the page that was there, once', async () => {
  const page = render(<p>somebody else</p>)
  const told = await page.findByText('nobody', undefined, { timeout: 1 }).catch(String)
  expect(told).toContain('nobody')
  expect(String(told).match(/somebody else/g)).toHaveLength(1)
})
