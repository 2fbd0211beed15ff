import { expect, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import { Permitted } from './permitted.tsx'
import { fakeModule } from './testing.ts'

const page = { title: 'API keys', purpose: 'What keys are for.' }
const keys = (
  <Permitted scope="keys:read" to="see API keys" page={page}>
    <p>the keys</p>
  </Permitted>
)

test('XC-2 whoever holds the scope sees what it is for', () => {
  const { wrapper } = fakeModule({ scopes: ['keys:read'] })
  render(keys, { wrapper })
  expect(screen.getByText('the keys')).toBeTruthy()
  expect(screen.queryByText(/permission/)).toBeNull()
})

test('XC-2 to anybody else the page stands and names the scope; nothing of it is drawn', () => {
  const { wrapper } = fakeModule({ scopes: ['logs:read'] })
  render(keys, { wrapper })
  expect(screen.getByRole('heading', { name: 'API keys', level: 1 })).toBeTruthy()
  expect(screen.getByText('You need permission to see API keys')).toBeTruthy()
  expect(screen.getByText('keys:read')).toBeTruthy()
  expect(screen.queryByText('the keys')).toBeNull()
})
