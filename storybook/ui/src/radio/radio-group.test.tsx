import { expect, jest, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { RadioGroup } from './radio-group.tsx'

const options = [
  { value: 'hour', label: 'One hour', hint: 'For a look together.' },
  { value: 'day', label: 'One day' },
  { value: 'never', label: 'Without end', disabledBecause: 'Links have to end.' },
] as const

type Lifetime = (typeof options)[number]['value']

function show(value: Lifetime | undefined, error?: string) {
  const onChange = jest.fn<(value: Lifetime) => void>()
  render(
    <RadioGroup
      label="Lifetime"
      error={error}
      options={options}
      value={value}
      onChange={onChange}
    />,
  )
  return onChange
}

function described(element: HTMLElement): string | null | undefined {
  return document.getElementById(element.getAttribute('aria-describedby')!)?.textContent
}

test('nothing is chosen until somebody chooses', async () => {
  const onChange = show(undefined)
  expect(screen.queryByRole('radio', { checked: true })).toBeNull()
  await userEvent.click(screen.getByText('One day'))
  expect(onChange).toHaveBeenCalledWith('day')
})

test('the group is read with what is wrong, and each answer with its line', () => {
  show(undefined, 'Choose one.')
  const group = screen.getByRole('radiogroup', { name: 'Lifetime' })
  expect(group.getAttribute('aria-invalid')).toBe('true')
  expect(described(group)).toBe('Choose one.')
  expect(described(screen.getByRole('radio', { name: 'One hour' }))).toBe('For a look together.')
})

test('what cannot be chosen says why', () => {
  show('hour')
  const never = screen.getByRole('radio', { name: 'Without end' })
  expect(never.hasAttribute('disabled')).toBe(true)
  expect(described(never)).toBe('Links have to end.')
})
