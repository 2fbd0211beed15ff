import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { act, render, screen } from '@testing-library/react'
import { useParts } from './use-parts.ts'

let idle: (() => void) | undefined

beforeEach(() => {
  window.requestIdleCallback = (whatWaits) => {
    idle = () => whatWaits({ didTimeout: false, timeRemaining: () => 1 })
    return 1
  }
  window.cancelIdleCallback = () => undefined
})

afterEach(() => {
  giveUp.mockClear()
  Reflect.deleteProperty(window, 'requestIdleCallback')
  Reflect.deleteProperty(window, 'cancelIdleCallback')
})

const giveUp = jest.fn()
const lost = () => Promise.reject(new Error('The network is gone.'))

interface PageProps {
  readonly load: () => Promise<string>
  readonly isWanted?: boolean
}

function Page({ load, isWanted = false }: PageProps) {
  const { parts } = useParts(load, isWanted, giveUp)
  return <p>{parts ?? 'What is seen at first'}</p>
}

test('Quality: what is not seen at first is fetched once the browser is idle', async () => {
  const load = jest.fn(() => Promise.resolve('All of it'))
  render(<Page load={load} />)
  expect(load).not.toHaveBeenCalled()
  act(() => idle?.())
  expect(await screen.findByText('All of it')).toBeTruthy()
})

test('EM-7: a part that does not arrive takes nothing with it; what wanted it is given up', async () => {
  const { rerender } = render(<Page load={lost} />)
  await act(async () => idle?.())
  expect(giveUp).not.toHaveBeenCalled()
  rerender(<Page load={lost} isWanted />)
  await act(async () => undefined)
  expect(giveUp).toHaveBeenCalledTimes(1)
  expect(screen.getByText('What is seen at first')).toBeTruthy()
  rerender(<Page load={lost} />)
  rerender(<Page load={() => Promise.resolve('All of it')} isWanted />)
  expect(await screen.findByText('All of it')).toBeTruthy()
})

test('EM-7: a page that is gone, or waits for nothing any more, gives nothing up', async () => {
  const late = Promise.withResolvers<string>()
  const { rerender, unmount } = render(<Page load={() => late.promise} isWanted />)
  rerender(<Page load={() => late.promise} />)
  rerender(<Page load={() => late.promise} isWanted />)
  unmount()
  late.reject(new Error('The network is gone.'))
  await act(async () => undefined)
  expect(giveUp).not.toHaveBeenCalled()
})
