import { expect, test } from '@jest/globals'
import { act, render } from '@testing-library/react'
import { createPortal } from 'react-dom'
import { useFoothold } from './use-foothold.ts'

function List({ rows }: { readonly rows: readonly string[] }) {
  const { place, onFocus } = useFoothold<HTMLDivElement>(false)
  return (
    <div ref={place} className="place" tabIndex={-1} onFocus={onFocus}>
      {rows.map((row) => (
        <button key={row} type="button">
          {row}
        </button>
      ))}
    </div>
  )
}

/** A list in the root of its view, beside a button of the page around. */
function stand() {
  const outside = document.body.appendChild(document.createElement('button'))
  const root = document.body
    .appendChild(document.createElement('div'))
    .attachShadow({ mode: 'open' })
  const draw = (rows: readonly string[]) =>
    createPortal(<List rows={rows} />, root as unknown as Element)
  const { rerender } = render(draw(['Ada', 'Grace']))
  act(() => root.querySelector('button')?.focus())
  return { outside, root, show: (rows: readonly string[]) => rerender(draw(rows)) }
}

test('XC-6: where the row that had the focus goes, the list around it has it', () => {
  const { root, show } = stand()
  show(['Grace'])
  expect(root.activeElement?.className).toBe('place')
})

test('XC-6: who has gone on to the page around meanwhile stays there when the rows change', () => {
  const { outside, show } = stand()
  outside.focus()
  show([])
  expect(document.activeElement).toBe(outside)
})
