import { expect, jest, test } from '@jest/globals'
import { fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { createPortal } from 'react-dom'
import { Toasts, useToast } from '../toast/toasts.tsx'
import { Drawer } from './drawer.tsx'

function show(steadfast = false) {
  const onClose = jest.fn()
  render(
    <Drawer title="Customer" onClose={onClose} steadfast={steadfast} actions={<p>Acts</p>}>
      <button type="button">Deep down</button>
    </Drawer>,
  )
  return { onClose, drawer: screen.getByRole('dialog', { name: 'Customer' }) }
}

test('a drawer begins at its title, so that a deep button does not scroll it away', () => {
  const { drawer } = show()
  expect(drawer.hasAttribute('open')).toBe(true)
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Customer' }))
})

test('Escape, the cross and a press beside it ask to close a drawer', async () => {
  const { drawer, onClose } = show()
  fireEvent(drawer, new Event('cancel', { cancelable: true }))
  await userEvent.click(screen.getByRole('button', { name: 'Close' }))
  fireEvent.mouseDown(drawer)
  fireEvent.mouseDown(screen.getByText('Deep down'))
  expect(onClose).toHaveBeenCalledTimes(3)
})

test('with something unsaved in it, a press beside it does not end it', () => {
  const { drawer, onClose } = show(true)
  fireEvent.mouseDown(drawer)
  expect(onClose).not.toHaveBeenCalled()
})

function Teller() {
  const tell = useToast()
  return (
    <button type="button" onClick={() => tell({ title: 'Paused', onUndo: () => undefined })}>
      Pause
    </button>
  )
}

test('what is said while it is open is said in it, where Undo can be reached', async () => {
  render(
    <Toasts>
      <Drawer title="Endpoint" onClose={() => undefined}>
        <Teller />
      </Drawer>
    </Toasts>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Pause' }))
  const undo = await screen.findByRole('button', { name: 'Undo' })
  expect(screen.getByRole('dialog').contains(undo)).toBe(true)
})

test('in a shadow root it opens and takes the focus as well', () => {
  const root = document.body
    .appendChild(document.createElement('div'))
    .attachShadow({ mode: 'open' })
  const drawer = (
    <Drawer title="Customer" onClose={() => undefined}>
      Words
    </Drawer>
  )
  render(createPortal(drawer, root as unknown as Element))
  expect(root.activeElement?.textContent).toBe('Customer')
})
