import { expect, jest, test } from '@jest/globals'
import { createEvent, fireEvent, render, screen } from '@testing-library/react'
import { Link } from './link.tsx'

/** Presses the link and tells whether the browser was left to go there. */
function press(link: HTMLElement, how: MouseEventInit = {}): boolean {
  const click = createEvent.click(link, how)
  fireEvent(link, click)
  return !click.defaultPrevented
}

test('a link that leads out says so, and hands nothing over', () => {
  render(
    <Link href="https://docs.example.com" outside>
      Docs
    </Link>,
  )
  const link = screen.getByRole('link', { name: 'Docs (opens in a new tab)' })
  expect(link.getAttribute('target')).toBe('_blank')
  expect(link.getAttribute('rel')).toBe('noopener noreferrer')
})

test('a link within goes without loading the page anew', () => {
  const onFollow = jest.fn()
  render(
    <Link href="#keys" onFollow={onFollow}>
      Keys
    </Link>,
  )
  expect(press(screen.getByRole('link'))).toBe(false)
  expect(onFollow).toHaveBeenCalledTimes(1)
})

test('whoever wants a new tab gets it from the browser', () => {
  const onFollow = jest.fn()
  render(
    <Link href="#keys" onFollow={onFollow}>
      Keys
    </Link>,
  )
  const wishes = [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { button: 1 }]
  for (const wish of wishes) expect(press(screen.getByRole('link'), wish)).toBe(true)
  expect(onFollow).not.toHaveBeenCalled()
})
