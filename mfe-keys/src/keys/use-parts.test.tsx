import { Surface } from '@sonaqor/ui'
import { expect, jest, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import { useParts } from './use-parts.ts'

jest.unstable_mockModule('./keys-parts.ts', () => {
  throw new Error('The network is gone.')
})

const giveUp = jest.fn()

function Page({ isWanted }: { readonly isWanted: boolean }) {
  const { parts } = useParts(isWanted, giveUp)
  return <p>{parts ? 'All of it' : 'What is seen at first'}</p>
}

const page = (isWanted: boolean) => (
  <Surface>
    <Page isWanted={isWanted} />
  </Surface>
)

test('EM-7: a part that does not arrive takes nothing with it; what wanted it is given up with a word', async () => {
  const { rerender } = render(page(false))
  expect(screen.getByText('What is seen at first')).toBeTruthy()
  expect(giveUp).not.toHaveBeenCalled()
  rerender(page(true))
  expect(await screen.findByText('This could not be opened')).toBeTruthy()
  expect(giveUp).toHaveBeenCalledTimes(1)
  expect(screen.getByText('What is seen at first')).toBeTruthy()
})
