import { expect, jest, test } from '@jest/globals'
import { render } from '@testing-library/react'
import type { Hold } from './host.ts'
import { fakeModule } from './testing.ts'
import { useHold } from './use-hold.ts'

const english = { question: 'Stored?', leave: 'It is stored' }
const german = { question: 'Gespeichert?', leave: 'Ist gespeichert' }

function Holding({ it }: { readonly it: Hold | undefined }) {
  useHold(it)
  return null
}

test('XC-12: what is held stays held while it is drawn anew and put into other words', () => {
  const hold = jest.fn()
  const { wrapper } = fakeModule({ hold })
  const { rerender, unmount } = render(<Holding it={english} />, { wrapper })
  rerender(<Holding it={{ ...english }} />)
  rerender(<Holding it={german} />)
  expect(hold.mock.calls).toEqual([[english], [german]])
  rerender(<Holding it={undefined} />)
  expect(hold).toHaveBeenLastCalledWith(undefined)
  rerender(<Holding it={english} />)
  unmount()
  expect(hold.mock.calls.slice(2)).toEqual([[undefined], [english], [undefined]])
})
