import { expect, test } from '@jest/globals'
import { createEvent, fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { PanelButton } from './panel-button.tsx'

const open = async () => {
  render(
    <PanelButton name="Columns" icon="columns" shown="Columns" className="">
      {() => <input aria-label="State" />}
    </PanelButton>,
  )
  const button = screen.getByRole('button', { name: 'Columns' })
  await userEvent.click(button)
  return { button, inside: await screen.findByRole('textbox', { name: 'State' }) }
}

test('Escape closes the panel and nothing around it, and the focus goes back to the button', async () => {
  const { button, inside } = await open()
  const press = createEvent.keyDown(inside, { key: 'Escape' })
  fireEvent(inside, press)
  expect(press.defaultPrevented).toBe(true)
  expect(document.activeElement).toBe(button)
  expect(await screen.findByRole('button', { name: 'Columns', expanded: false })).toBe(button)
})

test('any other key is left to what is in the panel', async () => {
  const { inside } = await open()
  const press = createEvent.keyDown(inside, { key: 'ArrowDown' })
  fireEvent(inside, press)
  expect(press.defaultPrevented).toBe(false)
})
