import { expect, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import { Copied, Fact, Facts, Moment } from './facts.tsx'

test('a fact is read by its name, with what it is good for', () => {
  render(
    <Facts>
      <Fact name="App id" hint="Names the app.">
        <Copied text="a1" what="app id" />
      </Fact>
    </Facts>,
  )
  expect(screen.getByRole('term').textContent).toBe('App id')
  const { textContent } = screen.getByRole('definition')
  expect(textContent).toContain('a1')
  expect(textContent).toContain('Names the app.')
  expect(screen.getByRole('button', { name: 'Copy app id' })).toBeTruthy()
})

test('a moment is exact, and says how far away it is', () => {
  const { container } = render(<Moment at={new Date(Date.now() - 3 * 86_400_000).toISOString()} />)
  expect(container.textContent).toContain('3 days ago')
  expect(container.textContent).toMatch(/\d{1,2}:\d{2}/)
})
