import { expect, jest, test } from '@jest/globals'
import { fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { Dialog } from './dialog.tsx'

function showDialog(steadfast = false) {
  const onClose = jest.fn()
  const { unmount } = render(
    <Dialog title="Revoke key?" onClose={onClose} steadfast={steadfast}>
      <p>It cannot be undone.</p>
    </Dialog>,
  )
  return { onClose, unmount, dialog: screen.getByRole('dialog', { name: 'Revoke key?' }) }
}

test('a dialog is open while it is drawn, and is closed before it goes, so that focus returns', () => {
  const { dialog, unmount } = showDialog()
  const close = jest.spyOn(HTMLDialogElement.prototype, 'close')
  expect(dialog.hasAttribute('open')).toBe(true)
  unmount()
  expect(close).toHaveBeenCalledTimes(1)
})

test('Escape, the cross and a press beside it ask to close a dialog', async () => {
  const { dialog, onClose } = showDialog()
  fireEvent(dialog, new Event('cancel', { cancelable: true }))
  await userEvent.click(screen.getByRole('button', { name: 'Close' }))
  fireEvent.mouseDown(dialog)
  expect(onClose).toHaveBeenCalledTimes(3)
})

test('a press inside is no wish to close', () => {
  const { onClose } = showDialog()
  fireEvent.mouseDown(screen.getByText('It cannot be undone.'))
  expect(onClose).not.toHaveBeenCalled()
})

test('a steadfast dialog outlives a press beside it, not Escape', () => {
  const { dialog, onClose } = showDialog(true)
  fireEvent.mouseDown(dialog)
  expect(onClose).not.toHaveBeenCalled()
  fireEvent(dialog, new Event('cancel', { cancelable: true }))
  expect(onClose).toHaveBeenCalledTimes(1)
})
