import { expect, jest, test } from '@jest/globals'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { AskDialog } from './ask-dialog.tsx'
import { Dialog } from './dialog.tsx'
import type { Leaving } from './leaving.tsx'

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

const leaving = { question: 'Discard it?', leave: 'Discard', stay: 'Keep editing' }

function showForm(asks: Leaving | undefined = leaving) {
  const onClose = jest.fn()
  render(
    <Dialog title="Create a project" onClose={onClose} leaving={asks}>
      <input aria-label="Name" />
    </Dialog>,
  )
  const field = screen.getByLabelText('Name')
  field.focus()
  return { onClose, field, dialog: screen.getByRole('dialog') }
}

test('XC-6: what would be lost is asked about first, and who stays goes on where they were', async () => {
  const { dialog, field, onClose } = showForm()
  fireEvent(dialog, new Event('cancel', { cancelable: true }))
  expect(onClose).not.toHaveBeenCalled()
  const mild = screen.getByRole('button', { name: 'Keep editing', description: 'Discard it?' })
  expect(document.activeElement).toBe(mild)
  await userEvent.click(mild)
  expect(screen.queryByText('Discard it?')).toBeNull()
  expect(document.activeElement).toBe(field)
})

test('whichever way somebody would leave, they are asked, and their answer holds', async () => {
  const { dialog, onClose } = showForm()
  fireEvent.mouseDown(dialog)
  expect(screen.getByText('Discard it?')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Close' }))
  expect(onClose).not.toHaveBeenCalled()
  await userEvent.click(screen.getByRole('button', { name: 'Discard' }))
  expect(onClose).toHaveBeenCalledTimes(1)
})

test('a browser that closes it by itself finds it open again, with the question in it', () => {
  const { dialog, onClose } = showForm()
  act(() => (dialog as HTMLDialogElement).close())
  fireEvent(dialog, new Event('close'))
  expect(dialog.hasAttribute('open')).toBe(true)
  expect(screen.getByText('Discard it?')).toBeTruthy()
  expect(onClose).not.toHaveBeenCalled()
})

test('XC-6: what is asked before an act can be declined first, and says why the act did not take place', async () => {
  const [onDo, onClose] = [jest.fn(), jest.fn()]
  render(
    <AskDialog
      title="Remove Dana?"
      verb="Remove"
      isBusy={false}
      error={new TypeError('offline')}
      onDo={onDo}
      onClose={onClose}
    >
      <p>Their sessions end at once.</p>
    </AskDialog>,
  )
  const [mild, harm] = screen.getAllByRole('button')
  expect(mild?.textContent).toBe('Cancel')
  expect(screen.getByText('The server could not be reached')).toBeTruthy()
  await userEvent.click(harm!)
  expect([onDo.mock.calls.length, onClose.mock.calls.length]).toEqual([1, 0])
  await userEvent.click(mild!)
  expect(onClose).toHaveBeenCalledTimes(1)
})
