import { expect, test } from '@jest/globals'
import { render } from '@testing-library/react'

test('what never came is told with the page that was there, once, and that is written out at no look before', async () => {
  const page = render(<p>somebody else</p>)
  const written = countWrites(page.getByText('somebody else'))
  expect(() => page.getByText('nobody')).toThrow('somebody else')
  const atOnce = written()
  expect(atOnce).toBeGreaterThan(0)

  const looks: string[] = []
  const look = (content: string) => {
    looks.push(content)
    return false
  }
  const told = await page.findByText(look, undefined, { timeout: 200 }).catch(String)
  expect(String(told).match(/somebody else/g)).toHaveLength(1)
  expect(looks.filter((content) => content === 'somebody else').length).toBeGreaterThan(1)
  expect(written()).toBe(2 * atOnce)
})

/** Whoever writes an element out reads its attributes; whoever looks for a text does not. */
function countWrites(element: Element): () => number {
  const { attributes } = element
  let reads = 0
  Object.defineProperty(element, 'attributes', {
    get: () => {
      reads += 1
      return attributes
    },
  })
  return () => reads
}
