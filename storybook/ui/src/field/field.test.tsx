import { expect, jest, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { Button } from '../button/button.tsx'
import { CheckboxGroup } from './checkbox-group.tsx'
import { Checkbox } from './checkbox.tsx'
import { Input, Select } from './controls.tsx'
import { Field } from './field.tsx'
import { Form } from './form.tsx'

const nothing = () => undefined

function described(element: HTMLElement): string {
  const ids = element.getAttribute('aria-describedby')?.split(' ') ?? []
  return ids.map((id) => document.getElementById(id)?.textContent).join(' ')
}

test('a control is read with its label, its hint and what is wrong with it', () => {
  render(
    <Field label="Label" hint="Where it is used." error="Give it a label.">
      <Input value="" onChange={nothing} />
    </Field>,
  )
  const input = screen.getByLabelText('Label')
  expect(described(input)).toBe('Where it is used. Give it a label.')
  expect(input.getAttribute('aria-invalid')).toBe('true')
})

test('a control that stands alone has a name, as browsers ask; within a field it is known by its id', () => {
  render(
    <>
      <Input aria-label="Search" value="" onChange={nothing} />
      <Select aria-label="Status" options={[]} value="" onChange={nothing} />
      <Checkbox label="Stored" checked={false} onChange={nothing} />
      <Field label="Label">
        <Input value="" onChange={nothing} />
      </Field>
    </>,
  )
  for (const label of ['Search', 'Status', 'Stored']) {
    expect(screen.getByLabelText(label).getAttribute('name')).toBeTruthy()
  }
  expect(screen.getByLabelText('Label').id).toBeTruthy()
})

test('an answer without a fault is not marked', () => {
  render(
    <Field label="Label">
      <Input value="Ledger" onChange={nothing} />
    </Field>,
  )
  expect(screen.getByLabelText('Label').hasAttribute('aria-invalid')).toBe(false)
})

test('a select answers with one of its options', async () => {
  const onChange = jest.fn()
  const options = [
    { value: 'sandbox', label: 'Sandbox' },
    { value: 'production', label: 'Production' },
  ] as const
  render(
    <Field label="Environment">
      <Select options={options} value="sandbox" onChange={onChange} />
    </Field>,
  )
  await userEvent.selectOptions(screen.getByLabelText('Environment'), 'Production')
  expect(onChange).toHaveBeenCalledWith('production')
})

test('a group of checkboxes answers with all that are ticked', async () => {
  const onChange = jest.fn()
  const options = [
    { value: 'keys:read', label: 'keys:read' },
    { value: 'logs:read', label: 'logs:read' },
  ] as const
  render(
    <CheckboxGroup
      label="Scopes"
      error="Choose one."
      options={options}
      value={['keys:read']}
      onChange={onChange}
    />,
  )
  expect(described(screen.getByRole('group', { name: 'Scopes' }))).toBe('Choose one.')
  await userEvent.click(screen.getByRole('checkbox', { name: 'logs:read' }))
  expect(onChange).toHaveBeenLastCalledWith(['keys:read', 'logs:read'])
  await userEvent.click(screen.getByRole('checkbox', { name: 'keys:read' }))
  expect(onChange).toHaveBeenLastCalledWith([])
})

test('a form is sent by Enter, once, however often it is pressed', async () => {
  const onSubmit = jest.fn()
  const form = (busy: boolean) => (
    <Form
      onSubmit={onSubmit}
      actions={
        <Button type="submit" busy={busy}>
          Issue key
        </Button>
      }
    >
      <Field label="Label">
        <Input value="Ledger" onChange={nothing} />
      </Field>
    </Form>
  )
  const { rerender } = render(form(false))
  await userEvent.type(screen.getByLabelText('Label'), '{Enter}')
  rerender(form(true))
  await userEvent.type(screen.getByLabelText('Label'), '{Enter}')
  await userEvent.click(screen.getByRole('button', { name: 'Issue key' }))
  expect(onSubmit).toHaveBeenCalledTimes(1)
})

test('XC-6: an answer that is refused takes the focus, each time anew', async () => {
  render(
    <Form onSubmit={() => undefined} actions={<button type="submit">Send</button>}>
      <Field label="Name">
        <Input value="Ada" onChange={() => undefined} />
      </Field>
      <Field label="Label" error="must not be empty">
        <Input value="" onChange={() => undefined} />
      </Field>
    </Form>,
  )
  for (let presses = 0; presses < 2; presses += 1) {
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    expect(document.activeElement).toBe(screen.getByLabelText('Label'))
  }
})

test('XC-6: it comes to where no foot of a form covers it, with what is wrong with it', async () => {
  const shown = jest.spyOn(Element.prototype, 'scrollIntoView')
  render(
    <Form onSubmit={() => undefined} actions={<button type="submit">Send</button>}>
      <Field label="Label" error="must not be empty">
        <Input value="" onChange={() => undefined} />
      </Field>
    </Form>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Send' }))
  expect(shown).toHaveBeenCalledWith({ block: 'center' })
  expect((shown.mock.contexts[0] as Element).textContent).toContain('must not be empty')
  shown.mockRestore()
})
