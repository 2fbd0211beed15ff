import { expect, test } from '@jest/globals'
import { screen } from '@testing-library/react'

const shown = (markup: string) => {
  document.body.innerHTML = markup
  return screen.queryAllByRole('button').length
}

test.each([
  '<p hidden><button>a</button></p>',
  '<p style="display: none"><button>a</button></p>',
  '<p style="visibility: hidden"><i><button>a</button></i></p>',
  '<dialog><button>a</button></dialog>',
  '<template><button>a</button></template>',
])('a button is not found where nobody sees it: %s', (markup) => {
  expect(shown(markup)).toBe(0)
})

test.each([
  '<p><button>a</button></p>',
  '<dialog open><button>a</button></dialog>',
  '<p style="visibility: hidden"><i style="visibility: visible"><button>a</button></i></p>',
])('and is where it is seen: %s', (markup) => {
  expect(shown(markup)).toBe(1)
})

test('of what is not asked often the whole answer is given', () => {
  shown('<button style="color: rgb(1, 2, 3)">a</button>')
  const style = getComputedStyle(screen.getByRole('button'))
  expect(style.color).toBe('rgb(1, 2, 3)')
  expect(style.getPropertyValue('color')).toBe('rgb(1, 2, 3)')
})
