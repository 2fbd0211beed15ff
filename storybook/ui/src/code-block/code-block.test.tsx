import { expect, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import { CodeBlock } from './code-block.tsx'

test('what turns the writing round, or is not seen, is told by its number, in a name as in a value', () => {
  const code = '{"na\u202Eme":"a\u2066b\u200Fc"}'
  render(<CodeBlock label="Answer" language="json" code={code} masks={/"masked"/g} />)
  const { textContent } = screen.getByRole('region', { name: 'Answer' })
  expect(textContent).toBe('{\n  "naU+202Eme": "aU+2066bU+200Fc"\n}')
})

test('what stands for something that is not shown is told from what was said', () => {
  render(<CodeBlock label="Body" code={'name: ••• of \u061C'} masks={/•+/g} />)
  const marks = [...document.querySelectorAll('mark')].map(({ textContent }) => textContent)
  expect(marks).toEqual(['•••', 'U+061C'])
})
