import { expect, test } from '@jest/globals'
import { render } from '@testing-library/react'
import { CutPath } from './cut-path.tsx'

const shownOf = (path: string) => {
  const { container } = render(<CutPath path={path} after={4} />)
  const [begin, end] = container.querySelectorAll('.sq-cut-path > span')
  const first = begin?.querySelector('span')?.textContent ?? ''
  return { whole: container.textContent, long: path.slice(first.length), short: end?.textContent }
}

test('LG-2: of a long path that is cut more of its end is seen than of its beginning, and of none more than half', () => {
  const path = '/files/logstash/logstash-1.1.0-monolithic.jar'
  expect(shownOf(path)).toEqual({
    whole: path,
    long: 'h-1.1.0-monolithic.jar',
    short: 'monolithic.jar',
  })
  const longer = `/presentations${path}`
  expect(shownOf(longer).long).toBe(longer.slice(-28))
  expect(shownOf('/v1/apps')).toEqual({ whole: '/v1/apps', long: 'apps', short: 'apps' })
})
