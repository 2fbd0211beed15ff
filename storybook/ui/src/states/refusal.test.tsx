import { expect, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import { Refusal } from './refusal.tsx'

test('Quality: what was refused says why beside the act, with its request id to copy', () => {
  const problem = {
    code: 'internal',
    title: 'Something went wrong',
    detail: 'It was not done.',
    instance: 'request-77',
  }
  render(<Refusal error={{ problem }} />)
  expect(screen.getByRole('alert').textContent).toContain('request-77')
  expect(screen.getByRole('button', { name: /request id/ })).toBeTruthy()
})
