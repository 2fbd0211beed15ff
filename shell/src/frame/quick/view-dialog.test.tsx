import { expect, jest, test } from '@jest/globals'
import type { PlaceRequest } from '@sonaqor/embed/host'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { ViewDialog } from './view-dialog.tsx'

function open() {
  const asked: PlaceRequest[] = []
  const remove = jest.fn()
  const place = (element: HTMLElement, request: PlaceRequest) => {
    asked.push(request)
    element.append('the form')
    return { remove } as never
  }
  const acts = { onGo: jest.fn(), onClose: jest.fn() }
  const { unmount } = render(
    <ViewDialog host={{ place }} view="keys.issue" title="Issue an API key" {...acts} />,
  )
  return { ...acts, request: asked[0]!, remove, unmount }
}

test('KY-1: a view stands above the page, and closes it when it is done', () => {
  const { request, onClose, remove, unmount } = open()
  expect(screen.getByRole('dialog', { name: 'Issue an API key' }).textContent).toMatch(/the form/)
  expect(request.view).toBe('keys.issue')
  request.finish!({ done: true })
  expect(onClose).toHaveBeenCalledTimes(1)
  unmount()
  expect(remove).toHaveBeenCalledTimes(1)
})

test('KY-1: while a view holds something, nobody closes it unasked', async () => {
  const { request, onClose } = open()
  act(() => request.hold!({ question: 'Is the key stored?', leave: 'It is stored' }))
  fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }))
  expect(onClose).not.toHaveBeenCalled()
  expect(fireEvent(window, new Event('beforeunload', { cancelable: true }))).toBe(false)
  await userEvent.click(screen.getByRole('button', { name: 'It is stored' }))
  expect(onClose).toHaveBeenCalledTimes(1)
})

test('where a view leads on to a page, it goes there', () => {
  const { request, onGo } = open()
  request.navigate!('home.projects', { creating: 'app' })
  expect(onGo).toHaveBeenCalledWith('home.projects', { creating: 'app' })
})
