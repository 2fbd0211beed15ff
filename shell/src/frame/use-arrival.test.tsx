import { expect, test } from '@jest/globals'
import { render } from '@testing-library/react'
import { useRef } from 'react'
import { useArrival } from './use-arrival.ts'

interface PageProps {
  readonly page?: string
  readonly title?: string
  readonly takesFocus?: boolean
}

function Page({ page, title, takesFocus = false }: PageProps) {
  const main = useRef<HTMLElement>(null)
  useArrival({ page, title, takesFocus }, main)
  return (
    <>
      <button type="button">Before</button>
      <main ref={main} tabIndex={-1} />
    </>
  )
}

const hasFocus = () => document.activeElement?.tagName

test('XC-6: a new page takes the focus to its beginning; the first one leaves it', () => {
  const { rerender } = render(<Page />)
  rerender(<Page page="keys.list" title="API keys" />)
  expect(hasFocus()).toBe('BODY')
  rerender(<Page page="logs.list" title="Logs" />)
  expect(hasFocus()).toBe('MAIN')
})

test('XC-6: what stands where something else stood takes the focus at once', () => {
  render(<Page page="keys.list" title="API keys" takesFocus />)
  expect(hasFocus()).toBe('MAIN')
})

test('XC-12: the same page in another language changes its title, and moves nobody', () => {
  const { rerender, getByRole } = render(<Page page="keys.list" title="API keys" />)
  getByRole('button').focus()
  rerender(<Page page="keys.list" title="API-Schlüssel" />)
  expect(hasFocus()).toBe('BUTTON')
  expect(document.title).toBe('API-Schlüssel · Sonaqor')
})
